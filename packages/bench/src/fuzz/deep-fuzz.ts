import type { CoverageFigures } from '@postern/fuzz';
import { Coverage, describeFailure, runFuzz } from '@postern/fuzz';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';
import { openFuzzedStack } from './fuzzed-stack.ts';

const SETTINGS = { seed: 1, queries: 200_000, queriesPerRound: 1_000, connections: 8 } as const;

interface Round extends CoverageFigures {
  readonly seconds: number;
}

/** 200,000 generated queries over a county full of canaries; ends at the first that brings what must not be. */
export const FUZZ_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Round>('fuzz', SETTINGS);
  const rounds = SETTINGS.queries / SETTINGS.queriesPerRound;
  const stopped = untilSignal();
  const stack = await openFuzzedStack(onProgress);
  try {
    while (kept.rounds.length < rounds) {
      const number = kept.rounds.length + 1;
      onProgress(`Round ${number} of ${rounds}`);
      const coverage = new Coverage();
      const started = performance.now();
      const run = {
        seed: seedOf(number),
        queries: SETTINGS.queriesPerRound,
        connections: SETTINGS.connections,
      };
      const failure = await stopped.or(runFuzz(run, stack.world, coverage));
      if (failure !== null) throw new Error(describeFailure(failure));
      kept.keep({ ...coverage.figures(), seconds: (performance.now() - started) / 1_000 });
    }
    const figures = figuresOf(kept.rounds, stack.world.ways.coordinates());
    onProgress(`Written: ${writeEvidence('fuzz', figures)}`);
    kept.clear();
    return `${figures.queries} queries, ${figures.releasedCoordinates} of ${figures.coordinates} coordinates seen; no canary where it is not due.\n`;
  } finally {
    await stack.close();
    stopped.release();
  }
};

/** Rounds are apart from each other and from those of the next seed. */
function seedOf(round: number): number {
  return SETTINGS.seed * 1_000_000 + round;
}

function figuresOf(rounds: readonly Round[], coordinates: ReadonlySet<string>) {
  const coverage = new Coverage();
  for (const round of rounds) coverage.merge(round);
  return {
    run: 'fuzz',
    date: new Date().toISOString(),
    settings: SETTINGS,
    node: process.version,
    seconds: Math.round(rounds.reduce((sum, { seconds }) => sum + seconds, 0)),
    ...coverage.summary(coordinates),
  };
}
