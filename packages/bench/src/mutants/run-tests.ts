import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How tests of a tree ended. */
export type TestsEnded =
  | { readonly kind: 'PASSED' }
  /** The first test that failed and its file; a file that does not even load is named without a test. */
  | { readonly kind: 'FAILED'; readonly test: string; readonly file: string };

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs test files of a tree until one fails. */
export async function runTests(directory: string, files: readonly string[]): Promise<TestsEnded> {
  const output = join(directory, 'report.json');
  rmSync(output, { force: true });
  const vitest = join(directory, 'node_modules/vitest/vitest.mjs');
  const given = [
    'run',
    '--project',
    'embedded',
    '--bail',
    '1',
    '--reporter',
    'json',
    '--outputFile',
    output,
  ];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, ...given, ...files], {
      cwd: directory,
      stdio: 'ignore',
    });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report;
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed !== undefined)
      return { kind: 'FAILED', test: failed.fullName.trim(), file: relative(directory, name) };
  }
  const unloaded = testResults.find(({ status }) => status === 'failed');
  return unloaded === undefined
    ? { kind: 'PASSED' }
    : { kind: 'FAILED', test: 'the file does not load', file: relative(directory, unloaded.name) };
}
