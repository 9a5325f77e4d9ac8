import { countFamilies } from './count.ts';
import type { Dataset } from './dataset.ts';
import type { Cut } from './dimension.ts';
import type { CountyEpisode } from './episodes.ts';
import { balancesOf } from './linked-tables.ts';
import { monthsOf } from './months.ts';

/** What is true of a county, and how it is to be cut; without months it is one table of families. */
export interface Truth {
  readonly episodes: readonly CountyEpisode[];
  readonly cuts: readonly Cut[];
  readonly months: number | null;
  readonly countsAgencies: boolean;
}

/** Counts the truth. */
export function datasetOf(truth: Truth): Dataset {
  const { months, cuts, countsAgencies } = truth;
  if (months !== null) return monthsOf(truth, months);
  const table = 'FAMILIES';
  return {
    cells: countFamilies({ table, edition: 0, cuts, countsAgencies }, truth.episodes),
    balances: balancesOf(table, cuts),
  };
}
