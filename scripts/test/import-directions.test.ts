import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';
import type { PlantedTree } from './planted-tree.ts';
import { plantTree } from './planted-tree.ts';
import { ROOT } from './repository.ts';

const WORKSPACES = {
  apps: ['families', 'episodes', 'gateway'],
  packages: ['embedded', 'errors', 'policy', 'database', 'query-policy', 'bench'],
};
const LIBRARIES = ['drizzle-orm', 'postgres', '@apollo/gateway'];

/** What each rule must refuse: the importing file, and what it imports. */
const VIOLATIONS: readonly (readonly [rule: string, from: string, imports: string])[] = [
  ['apps-never-import-apps', 'apps/families/src/to-app.ts', '@postern/episodes'],
  ['only-the-embedded-shape-imports-apps', 'packages/errors/src/to-app.ts', '@postern/families'],
  ['policy-knows-no-sql', 'packages/policy/src/to-sql.ts', 'drizzle-orm'],
  ['policy-knows-no-sql', 'packages/policy/src/to-store.ts', '@postern/database'],
  ['only-the-kit-composes', 'apps/families/src/to-composer.ts', '@postern/query-policy'],
  ['resolvers-hold-no-connection', 'apps/families/src/modules/resolver.ts', '@postern/database'],
  ['resolvers-hold-no-connection', 'apps/families/src/modules/driver.ts', 'postgres'],
  ['the-executor-knows-no-domain', 'apps/gateway/src/execution/to-policy.ts', '@postern/policy'],
  ['no-deep-imports', 'packages/errors/src/deep.ts', '../../policy/src/inside.ts'],
  ['no-elastic-licence', 'packages/errors/src/elastic.ts', '@apollo/gateway'],
  // Of a circle, the check names one member.
  ['no-circles', 'packages/errors/src/circle-a.ts', './circle-b.ts'],
  ['resolvable', 'packages/errors/src/lost.ts', '@postern/nowhere'],
];

/** What looks like a violation and is none in itself. */
const ALLOWED: readonly (readonly [from: string, text: string])[] = [
  ['packages/embedded/src/main.ts', "import '@postern/families';"],
  ['packages/bench/src/main.ts', "import '@apollo/gateway';"],
  ['packages/query-policy/src/composer.ts', "import 'drizzle-orm'; import '@postern/policy';"],
  ['packages/policy/src/near.ts', "import './inside.ts';"],
  ['packages/errors/src/circle-b.ts', "import './circle-a.ts';"],
];

let tree: PlantedTree;

beforeAll(() => {
  const workspaces = Object.entries(WORKSPACES).flatMap(([folder, names]) =>
    names.map((name) => ({ name, path: `${folder}/${name}` })),
  );
  tree = plantTree(
    {
      'tsconfig.base.json': readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8'),
      'packages/policy/src/inside.ts': 'export {};',
      ...Object.fromEntries(
        workspaces.flatMap(({ name, path }) => [
          [`${path}/src/index.ts`, 'export {};'],
          [`${path}/package.json`, manifest(`@postern/${name}`, './src/index.ts')],
        ]),
      ),
      ...Object.fromEntries(
        LIBRARIES.flatMap((name) => [
          [`node_modules/${name}/index.js`, 'export {};'],
          [`node_modules/${name}/package.json`, manifest(name, './index.js')],
        ]),
      ),
      ...Object.fromEntries(VIOLATIONS.map(([, from, imports]) => [from, `import '${imports}';`])),
      ...Object.fromEntries(ALLOWED),
    },
    Object.fromEntries(workspaces.map(({ name, path }) => [`node_modules/@postern/${name}`, path])),
  );
});

afterAll(() => tree.remove());

function manifest(name: string, entry: string): string {
  return JSON.stringify({ name, type: 'module', exports: { '.': entry } });
}

interface CruiseReport {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string; readonly severity: string };
    }[];
  };
}

function cruise(type: 'json' | 'err'): Promise<{ readonly status: number; readonly said: string }> {
  const program = join(ROOT, 'node_modules', '.bin', 'depcruise');
  const options = ['--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', type];
  return new Promise((resolve) => {
    execFile(program, ['apps', 'packages', ...options], { cwd: tree.root }, (error, said) =>
      resolve({ status: error === null ? 0 : Number(error.code), said }),
    );
  });
}

test('every planted violation is refused by its rule, and nothing else is', async () => {
  const { said } = await cruise('json');
  const { violations } = (JSON.parse(said) as CruiseReport).summary;
  const refused = violations.map(({ from, rule }) => `${rule.severity} ${rule.name} ${from}`);
  const expected = VIOLATIONS.map(([rule, from]) => `error ${rule} ${from}`);
  expect(refused.toSorted()).toEqual(expected.toSorted());
});

test('the check fails where there are violations', async () => {
  expect((await cruise('err')).status).toBeGreaterThan(0);
});

test('every rule has a planted violation', () => {
  const rules = configuration.forbidden.map(({ name }: { name: string }) => name);
  expect(new Set(VIOLATIONS.map(([rule]) => rule))).toEqual(new Set(rules));
});
