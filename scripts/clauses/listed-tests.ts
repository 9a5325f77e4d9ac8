import { execFile } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

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

/** Every test there is, as vitest itself finds them; nothing is run. @throws TestsUnlisted */
export async function listTests(): Promise<readonly ListedTest[]> {
  const listed = JSON.parse(await vitestList()) as readonly ListedTest[];
  return listed.map(({ name, file }) => ({ name, file: relative(ROOT, file) }));
}

async function vitestList(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [VITEST, 'list', '--json'], {
      cwd: ROOT,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const [first = 'vitest ended early'] = stripVTControlCharacters(said).trim().split('\n');
    throw new TestsUnlisted(first);
  }
}
