import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { PlantedTree } from './planted-tree.ts';
import { plantTree } from './planted-tree.ts';
import { ROOT } from './repository.ts';

/** What a package says of itself. */
interface Manifest {
  readonly name?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** An installed package that others depend on. */
interface Installed {
  readonly folder: string;
  readonly licence: string;
}

const ELASTIC = /elastic/i;

/** Everything that a workspace brings with it, its own development tools included. */
function closureOf(workspace: string): readonly Installed[] {
  const found = new Map<string, Installed>();
  const own = manifestOf(workspace);
  const queue = namesIn(own.dependencies, own.devDependencies, own.optionalDependencies).map(
    (name) => ({ name, from: workspace }),
  );
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const folder = findFrom(next.from, next.name);
    if (folder === null || found.has(folder)) continue;
    const manifest = manifestOf(folder);
    found.set(folder, { folder, licence: String(manifest.license ?? '') });
    for (const name of namesIn(manifest.dependencies, manifest.optionalDependencies))
      queue.push({ name, from: folder });
  }
  return [...found.values()];
}

function namesIn(...kinds: readonly (Readonly<Record<string, string>> | undefined)[]): string[] {
  return kinds.flatMap((kind) => Object.keys(kind ?? {}));
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** As Node finds a package: in the nearest node_modules above; null for an optional one that is not here. */
function findFrom(folder: string, name: string): string | null {
  const here = join(folder, 'node_modules', name);
  if (existsSync(join(here, 'package.json'))) return realpathSync(here);
  return dirname(folder) === folder ? null : findFrom(dirname(folder), name);
}

const WORKSPACES = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
);

describe('no package under the Elastic licence', () => {
  let tree: PlantedTree | undefined;
  afterEach(() => tree?.remove());

  test.each(['.', ...WORKSPACES.filter((name) => name !== 'packages/bench')])(
    'comes with %s',
    (workspace) => {
      const closure = closureOf(join(ROOT, workspace));
      expect(closure.length).toBeGreaterThan(0);
      const elastic = closure.filter(({ licence }) => ELASTIC.test(licence));
      expect(elastic.map(({ folder }) => folder)).toEqual([]);
    },
  );

  test('would go unseen, however far away', () => {
    const manifest = (name: string, more: object): string => JSON.stringify({ name, ...more });
    tree = plantTree({
      'app/package.json': manifest('app', { dependencies: { near: '1' } }),
      'node_modules/near/package.json': manifest('near', {
        license: 'MIT',
        dependencies: { far: '1' },
      }),
      'node_modules/far/package.json': manifest('far', { license: 'Elastic-2.0' }),
    });
    const licences = closureOf(join(tree.root, 'app')).map(({ licence }) => licence);
    expect(licences.filter((licence) => ELASTIC.test(licence))).toEqual(['Elastic-2.0']);
  });
});
