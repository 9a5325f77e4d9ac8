import { countFamilies } from './count.ts';
import type { Dataset } from './dataset.ts';
import { balancesOf } from './linked-tables.ts';
import { monthsOf } from './months.ts';
import type { Truth } from './truth.ts';

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
