import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const COPIED = [
  ...['apps', 'packages', 'scripts', 'docs'],
  ...['package.json', 'tsconfig.base.json', 'vitest.config.ts'],
];
/** Tests may add to it. */
const KEPT_CASES = 'packages/query-policy/test/kept-cases.json';

/** A copy of the tree in which faults are put and taken out again; nothing is built or installed. */
export class ScratchTree {
  readonly directory = mkdtempSync(join(tmpdir(), 'postern-mutants-'));

  /** @param sharedServer the owner's address of the database server that its tests ask */
  constructor(sharedServer: string) {
    for (const name of COPIED)
      cpSync(join(ROOT, name), join(this.directory, name), {
        recursive: true,
        // The links of a package to its neighbours are relative, and so lead to the copies.
        verbatimSymlinks: true,
        filter: (source) => basename(source) !== '.postern',
      });
    writeFileSync(join(this.directory, 'shared-server'), sharedServer);
    symlinkSync(join(ROOT, 'node_modules'), join(this.directory, 'node_modules'));
  }

  /**
   * Puts a fault in while `work` runs.
   * @throws Error where the text that it changes does not stand exactly once in the file
   */
  async with<T>(mutant: Mutant, work: () => Promise<T>): Promise<T> {
    const file = join(this.directory, mutant.file);
    const text = readFileSync(file, 'utf8');
    const cases = readFileSync(join(this.directory, KEPT_CASES), 'utf8');
    writeFileSync(file, mutated(text, mutant));
    try {
      return await work();
    } finally {
      writeFileSync(file, text);
      writeFileSync(join(this.directory, KEPT_CASES), cases);
    }
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function mutated(text: string, { file, fault, from, to }: Mutant): string {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`"${fault}" changes a text that stands ${parts.length - 1} times in ${file}.`);
  return parts.join(to);
}

/** Says which mutants change a text that is not there, or is there more than once. */
export function misplaced(mutants: readonly Mutant[]): readonly string[] {
  return mutants.flatMap((mutant) => {
    try {
      mutated(readFileSync(join(ROOT, mutant.file), 'utf8'), mutant);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : mutant.fault];
    }
  });
}
