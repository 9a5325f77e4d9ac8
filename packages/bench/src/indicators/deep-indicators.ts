import { availableParallelism } from 'node:os';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';
import type { ProfileShares } from './shares.ts';
import { sharesOf } from './shares.ts';
import type { SpeedFigures } from './speed.ts';
import { speedOf } from './speed.ts';
import type { TableFigures } from './tables.ts';
import { protectTables } from './tables.ts';

const SETTINGS = { episodes: 1_000_000, shareEpisodes: 10_000, rows: 50, seed: 7 } as const;

type Part =
  | { readonly part: 'tables'; readonly figures: readonly TableFigures[] }
  | { readonly part: 'shares'; readonly figures: readonly ProfileShares[] }
  | { readonly part: 'speed'; readonly figures: SpeedFigures };

/** How large tables are protected, how much of a county each profile publishes, and how fast a million episodes are asked about. */
export const INDICATORS_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Part>('indicators', SETTINGS);
  const stopped = untilSignal();
  const parts: readonly (readonly [Part['part'], () => Promise<Part>])[] = [
    ['tables', async () => ({ part: 'tables', figures: protectTables(SETTINGS) })],
    [
      'shares',
      async () => ({
        part: 'shares',
        figures: await sharesOf(SETTINGS.shareEpisodes, onProgress),
      }),
    ],
    [
      'speed',
      async () => ({ part: 'speed', figures: await speedOf(SETTINGS.episodes, onProgress) }),
    ],
  ];
  try {
    for (const [name, run] of parts) {
      if (kept.rounds.some(({ part }) => part === name)) continue;
      onProgress(`Measuring: ${name}`);
      kept.keep(await stopped.or(run()));
      const figures = {
        run: 'indicators',
        date: new Date().toISOString(),
        settings: SETTINGS,
        processors: availableParallelism(),
        node: process.version,
        ...Object.fromEntries(kept.rounds.map((each) => [each.part, each.figures])),
      };
      onProgress(`Written: ${writeEvidence('indicators', figures)}`);
    }
    kept.clear();
    return 'Tables, shares and speed are measured.\n';
  } finally {
    stopped.release();
  }
};
