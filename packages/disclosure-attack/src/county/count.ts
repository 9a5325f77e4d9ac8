import type { CountedCell } from './dataset.ts';
import type { Cut } from './dimension.ts';
import { keyOf, placesOf } from './dimension.ts';
import type { CountyEpisode } from './episodes.ts';
import { isAt } from './episodes.ts';

/** What is counted, in which table and with which edition it goes out. */
export interface CountedTable {
  readonly table: string;
  readonly edition: number;
  readonly cuts: readonly Cut[];
  readonly countsAgencies: boolean;
}

/** Counts families, each once in each cell; the cells of the widest cut are inside, all others are totals. */
export function countFamilies(
  { table, edition, cuts, countsAgencies }: CountedTable,
  episodes: readonly CountyEpisode[],
): readonly CountedCell[] {
  const widest = Math.max(...cuts.map((cut) => cut.length));
  return cuts.flatMap((cut) =>
    placesOf(cut).map((place) => {
      const here = episodes.filter((episode) => isAt(episode, place));
      return {
        key: keyOf(table, place),
        count: new Set(here.map(({ family }) => family)).size,
        ...(countsAgencies ? { contributors: new Set(here.map(({ agency }) => agency)).size } : {}),
        isTotal: cut.length < widest,
        edition,
      };
    }),
  );
}
