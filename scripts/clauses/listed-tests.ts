import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const TEST_FILES = ['apps', 'packages'].map((folder) => `${folder}/*/test/**/*.test.ts`);

/** A test as vitest would run it. */
export interface ListedTest {
  /** The names of its blocks and its own, joined by ` > `. */
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
}

/** A test file that cannot be read, so that nobody knows what it proves. */
export class TestsUnlisted extends Error {
  override readonly name = 'TestsUnlisted';

  constructor(said: string) {
    super(`The tests could not be listed: ${said}`);
  }
}

/** Every test of the files that have scenarios, as vitest itself finds them; none is run. @throws TestsUnlisted */
export async function listTests(): Promise<readonly ListedTest[]> {
  const files = globSync(TEST_FILES, { cwd: ROOT }).filter((file) =>
    /scenario/i.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  const listed = JSON.parse(await vitestList(files.toSorted())) as readonly ListedTest[];
  return listed.map(({ name, file }) => ({ name, file: relative(ROOT, file) }));
}

async function vitestList(files: readonly string[]): Promise<string> {
  // Without loading the files vitest sees only tests that are written as `test(...)`; and once loaded,
  // a module serves them all.
  // A suite that runs in both shapes is listed once.
  const options = ['--project', 'embedded', '--json', '--no-static-parse', '--no-isolate'];
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [VITEST, 'list', ...options, ...files],
      { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
    );
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const [first = ''] = stripVTControlCharacters(said).trim().split('\n');
    throw new TestsUnlisted(first === '' ? 'vitest ended early' : first);
  }
}
