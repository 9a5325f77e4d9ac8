import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEvidence } from '../command/evidence.ts';
import { passedTests } from '../command/passed-tests.ts';
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
      const tests = await passedTests(`${MODELS}/${file}`, {
        POSTERN_SEED: SETTINGS.seed,
        POSTERN_STEPS: SETTINGS.steps,
        POSTERN_RACES: SETTINGS.races,
      });
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
