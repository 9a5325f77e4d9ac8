import { availableParallelism } from 'node:os';
import type { CoverageFigures } from '@postern/fuzz';
import { Coverage } from '@postern/fuzz';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';
import { startFuzzedServer } from './fuzzed-server.ts';
import { Lane } from './lane.ts';

const SETTINGS = { seed: 1, queries: 200_000, queriesPerRound: 1_000, connections: 8 } as const;
const ROUNDS = SETTINGS.queries / SETTINGS.queriesPerRound;

interface Round extends CoverageFigures {
  /** From 1; rounds end in any order. */
  readonly number: number;
  readonly seconds: number;
  readonly coordinates: readonly string[];
}

/** 200,000 generated queries over a county full of canaries; ends at the first that brings what must not be. */
export const FUZZ_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Round>('fuzz', SETTINGS);
  const stopped = untilSignal();
  const server = await startFuzzedServer(onProgress);
  const lanes: Lane[] = [];
  try {
    const done = new Set(kept.rounds.map(({ number }) => number));
    const waiting = Array.from({ length: ROUNDS }, (_, index) => index + 1)
      .filter((number) => !done.has(number))
      .values();
    const work = async (): Promise<void> => {
      const lane = new Lane({ databaseUrl: (await server.copy()).urlFor('owner') });
      lanes.push(lane);
      for (const number of waiting) {
        onProgress(`Round ${number} of ${ROUNDS}`);
        const { queriesPerRound: queries, connections } = SETTINGS;
        const run = { seed: seedOf(number), queries, connections };
        const { failure, figures, seconds, coordinates } = await lane.run(run);
        if (failure !== null) throw new Error(failure);
        kept.keep({ ...figures, number, seconds, coordinates });
      }
    };
    await stopped.or(Promise.all(Array.from({ length: availableParallelism() }, work)));
    const figures = figuresOf(kept.rounds);
    onProgress(`Written: ${writeEvidence('fuzz', figures)}`);
    kept.clear();
    return `${figures.queries} queries, ${figures.releasedCoordinates} of ${figures.coordinates} coordinates seen; no canary where it is not due.\n`;
  } finally {
    for (const lane of lanes) await lane.end();
    await server.close();
    stopped.release();
  }
};

/** Rounds are apart from each other and from those of the next seed. */
function seedOf(round: number): number {
  return SETTINGS.seed * 1_000_000 + round;
}

function figuresOf(rounds: readonly Round[]) {
  const coverage = new Coverage();
  for (const round of rounds) coverage.merge(round);
  return {
    run: 'fuzz',
    date: new Date().toISOString(),
    settings: SETTINGS,
    node: process.version,
    /** Of all lanes together. */
    laneSeconds: Math.round(rounds.reduce((sum, { seconds }) => sum + seconds, 0)),
    ...coverage.summary(new Set(rounds.flatMap(({ coordinates }) => coordinates))),
  };
}
