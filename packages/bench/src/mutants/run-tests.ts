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

/** What a file of tests may take under a fault; several times what the longest takes without. */
const LONGEST_MS = 300_000;

/** Runs test files of a tree one after another, in the order given, until one fails. */
export async function runTestsInTurn(
  directory: string,
  files: readonly string[],
): Promise<TestsEnded> {
  for (const file of files) {
    const ended = await runTests(directory, [file], LONGEST_MS);
    if (ended.kind === 'FAILED') return ended;
  }
  return { kind: 'PASSED' };
}

/** Runs test files of a tree side by side until one fails; those that do not end in time have failed. */
export async function runTests(
  directory: string,
  files: readonly string[],
  longestMs?: number,
): Promise<TestsEnded> {
  const output = join(directory, 'report.json');
  rmSync(output, { force: true });
  const inTime = await run(directory, [...files, '--outputFile', output], longestMs);
  if (!inTime) return { kind: 'FAILED', test: 'it does not end', file: files.join(' ') };
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

/** Whether the tests ended by themselves. */
function run(directory: string, given: readonly string[], longestMs = 0): Promise<boolean> {
  const vitest = [
    join(directory, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--project', 'embedded', '--bail', '1', '--reporter', 'json'],
    ...['--config', join(directory, 'packages/bench/src/mutants/vitest.config.ts')],
    // What is made of the tree's files goes with the tree.
    ...['--fsModuleCachePath', join(directory, '.transformed')],
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...vitest, ...given], {
      cwd: directory,
      stdio: 'ignore',
      ...(longestMs === 0 ? {} : { timeout: longestMs }),
    });
    child.once('error', reject);
    child.once('exit', (_code, signal) => resolve(signal === null));
  });
}
