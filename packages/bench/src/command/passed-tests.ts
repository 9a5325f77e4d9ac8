import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** How many tests of a file passed under these settings; null where one failed, which vitest has printed, or none ran. */
export async function passedTests(
  file: string,
  settings: Readonly<Record<string, number>>,
): Promise<number | null> {
  const directory = mkdtempSync(join(tmpdir(), 'postern-deep-'));
  try {
    const outcome = join(directory, 'report.json');
    await vitest(file, outcome, settings);
    const report: Report = JSON.parse(readFileSync(outcome, 'utf8'));
    return report.numFailedTests > 0 || report.numPassedTests === 0 ? null : report.numPassedTests;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function vitest(
  file: string,
  outcome: string,
  settings: Readonly<Record<string, number>>,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const given = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--project', 'embedded', file, '--testTimeout', '0'],
      ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', outcome],
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...Object.fromEntries(given) },
    },
  );
  child.on('error', reject);
  // How it ended stands in its report.
  child.on('close', () => resolve());
  return promise;
}
