import { writeEvidence } from '../command/evidence.ts';
import { passedTests } from '../command/passed-tests.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';

const SETTINGS = { parts: 10, killsEach: 50 } as const;
const TEST = 'packages/embedded/test/crash/killed-server.test.ts';

/** One part of the kills, on a database of its own. */
interface Part {
  readonly seed: number;
  readonly seconds: number;
}

/** The database server killed 500 times while records are written, as the tests kill it 100 times. */
export const KILLS_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Part>('kills', SETTINGS);
  for (let seed = kept.rounds.length + 1; seed <= SETTINGS.parts; seed += 1) {
    onProgress(`part ${seed} of ${SETTINGS.parts}: ${SETTINGS.killsEach} kills`);
    const started = performance.now();
    const settings = { POSTERN_KILLS: SETTINGS.killsEach, POSTERN_SEED: seed };
    if ((await passedTests(TEST, settings)) === null)
      throw new Error(`Something was lost, in ${TEST} with POSTERN_SEED=${seed}.`);
    kept.keep({ seed, seconds: Math.round((performance.now() - started) / 1_000) });
  }
  const figures = {
    run: 'kills',
    date: new Date().toISOString(),
    settings: SETTINGS,
    node: process.version,
    kills: SETTINGS.parts * SETTINGS.killsEach,
    lost: 0,
    inPart: 0,
    parts: kept.rounds,
  };
  onProgress(`Written: ${writeEvidence('kills', figures)}`);
  kept.clear();
  return `${figures.kills} kills: nothing acknowledged was lost, nothing is there in part.\n`;
};
