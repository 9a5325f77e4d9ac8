import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEvidence } from '../command/evidence.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';

const SETTINGS = { seed: 1, steps: 10_000, races: 1_000 } as const;
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const MODELS = 'packages/embedded/test/machines';

/** One file of models, walked to its end. */
interface Walked {
  readonly file: string;
  readonly tests: number;
  readonly seconds: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** Every machine walked 10,000 steps against its model, and 1,000 races where two meet; what differs is walked again by the next run. */
export const MACHINES_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Walked>('machines', SETTINGS);
  const files = readdirSync(join(ROOT, MODELS)).filter((name) => name.endsWith('.test.ts'));
  const left = files.sort().filter((file) => !kept.rounds.some((round) => round.file === file));
  const differing: string[] = [];
  const walkOn = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      onProgress(`${file}: ${SETTINGS.steps} steps, ${SETTINGS.races} races`);
      const started = performance.now();
      const tests = await walked(`${MODELS}/${file}`);
      const seconds = Math.round((performance.now() - started) / 1_000);
      if (tests === null) differing.push(file);
      else kept.keep({ file, tests, seconds });
    }
  };
  // Each of them is one process that mostly waits for the database, so one for each core is not too many.
  await Promise.all(Array.from({ length: availableParallelism() }, walkOn));
  if (differing.length > 0)
    throw new Error(`Models that differ, in ${MODELS}: ${differing.sort().join(', ')}.`);
  const seconds = kept.rounds.reduce((sum, round) => sum + round.seconds, 0);
  const figures = {
    run: 'machines',
    date: new Date().toISOString(),
    settings: SETTINGS,
    node: process.version,
    seconds,
    models: kept.rounds.toSorted((one, other) => one.file.localeCompare(other.file)),
  };
  onProgress(`Written: ${writeEvidence('machines', figures)}`);
  kept.clear();
  return `${figures.models.length} files of models, none differs.\n`;
};

/** How many tests of a file passed; null where one failed, which vitest has printed. */
async function walked(file: string): Promise<number | null> {
  const directory = mkdtempSync(join(tmpdir(), 'postern-machines-'));
  try {
    const outcome = join(directory, 'report.json');
    await vitest(file, outcome);
    const report: Report = JSON.parse(readFileSync(outcome, 'utf8'));
    return report.numFailedTests > 0 || report.numPassedTests === 0 ? null : report.numPassedTests;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function vitest(file: string, outcome: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
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
      env: {
        ...process.env,
        POSTERN_SEED: String(SETTINGS.seed),
        POSTERN_STEPS: String(SETTINGS.steps),
        POSTERN_RACES: String(SETTINGS.races),
      },
    },
  );
  child.on('error', reject);
  // How it ended stands in its report.
  child.on('close', () => resolve());
  return promise;
}
