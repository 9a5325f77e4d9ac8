import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How tests of a tree ended. */
export type TestsEnded =
  | { readonly kind: 'PASSED' }
  | Failed
  /** Nothing failed, but a test ran out of time: on a busy machine that tells nothing of a fault. */
  | { readonly kind: 'OUT_OF_TIME'; readonly file: string };

/** The first test that failed, its file and what it said first; a file that does not even load is named without a test. */
export interface Failed {
  readonly kind: 'FAILED';
  readonly test: string;
  readonly file: string;
  readonly said: string;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** What a file of tests may take under a fault; several times what the longest takes without. */
const LONGEST_MS = 300_000;

/** The file of what a mutant names. */
export function fileOf(tests: string): string {
  return tests.split(' > ')[0] ?? tests;
}

/** Runs what a mutant names one after another, in that order, until something fails. */
export async function runTestsInTurn(
  directory: string,
  tests: readonly string[],
): Promise<TestsEnded> {
  let last: TestsEnded = { kind: 'PASSED' };
  for (const each of tests) {
    const [file = each, ...words] = each.split(' > ');
    const ended = await runTests(
      directory,
      [file, ...words.flatMap((name) => ['-t', name])],
      LONGEST_MS,
    );
    if (ended.kind === 'FAILED') return ended;
    if (ended.kind === 'OUT_OF_TIME') last = ended;
  }
  return last;
}

/** Runs test files of a tree side by side until one fails. */
export async function runTests(
  directory: string,
  files: readonly string[],
  longestMs?: number,
): Promise<TestsEnded> {
  const output = join(directory, 'report.json');
  rmSync(output, { force: true });
  const inTime = await run(directory, [...files, '--outputFile', output], longestMs);
  if (!inTime) return { kind: 'OUT_OF_TIME', file: files.join(' ') };
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report;
  const failures = testResults.flatMap(({ name, status, message, assertionResults }): Failed[] => {
    const file = relative(directory, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed')
      return [{ kind: 'FAILED', test: 'the file does not load', file, said: firstLine(message) }];
    return failed.map(({ fullName, failureMessages }) => ({
      kind: 'FAILED',
      test: fullName.trim(),
      file,
      said: firstLine(failureMessages?.[0]),
    }));
  });
  const [late] = failures.filter(({ said }) => OUT_OF_TIME.test(said));
  const [failed] = failures.filter(({ said }) => !OUT_OF_TIME.test(said));
  if (failed !== undefined) return failed;
  return late === undefined ? { kind: 'PASSED' } : { kind: 'OUT_OF_TIME', file: late.file };
}

const OUT_OF_TIME = /timed out in \d+ms/;
const LONGEST_LINE = 160;

function firstLine(text = ''): string {
  return (text.split('\n')[0] ?? '').slice(0, LONGEST_LINE);
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
