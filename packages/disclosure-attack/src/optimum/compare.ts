import type { Lattice } from '@postern/disclosure-control';
import type { Protect } from '../campaign/publish.ts';
import type { County } from '../county/counties.ts';
import { drawCounty } from '../county/counties.ts';
import { datasetOf } from '../county/dataset-of.ts';
import { hidingOf, leastHiding } from './least-hiding.ts';

/** What one table hides beside its small counts, against the least; null where the least was not found in time. */
export interface ComparedTable {
  readonly seed: number;
  readonly cells: number;
  readonly companions: number;
  readonly cost: number;
  readonly least: { readonly companions: number; readonly cost: number } | null;
}

/** The first counties of one edition that have no more cells than given. */
export function tablesToCompare(count: number, cellsUpTo: number): readonly County[] {
  const found: County[] = [];
  for (let seed = 0; found.length < count; seed += 1) {
    const county = drawCounty(seed);
    if (county.truth.months !== null) continue;
    if (datasetOf(county.truth).cells.length <= cellsUpTo) found.push(county);
  }
  return found;
}

export async function compareWithLeast(
  { seed, truth, profile }: County,
  protect: Protect,
): Promise<ComparedTable> {
  const { cells, balances } = datasetOf(truth);
  const lattice: Lattice = {
    cells: cells.map(({ key, count, contributors, isTotal }) => ({
      key,
      measured: { kind: 'COUNT', count, ...(contributors === undefined ? {} : { contributors }) },
      isTotal,
      standing: { kind: 'NEW' },
    })),
    balances,
  };
  const { companions, cost } = hidingOf(lattice, protect(lattice, profile), profile);
  const found = await leastHiding(lattice, profile);
  const least = found && { companions: found.companions, cost: found.cost };
  return { seed, cells: cells.length, companions, cost, least };
}

/** Figures over many tables; those whose least was not found are only counted. */
export interface ComparedFigures {
  readonly tables: number;
  readonly notFound: number;
  /** Tables in which nothing cheaper would do. */
  readonly asCheap: number;
  /** All costs over the least of all, by cost and by number of cells. */
  readonly costOverLeast: number;
  readonly cellsOverLeast: number;
  /** Over tables in which something has to be hidden beside small counts. */
  readonly mean: number;
  readonly median: number;
  readonly worst: number;
}

export function figuresOfCompared(compared: readonly ComparedTable[]): ComparedFigures {
  const tables = compared.flatMap(({ least, ...table }) =>
    least === null ? [] : [{ ...table, least }],
  );
  const sum = (each: (table: (typeof tables)[number]) => number) =>
    tables.reduce((total, table) => total + each(table), 0);
  const ratios = tables
    .filter(({ least }) => least.cost > 0)
    .map(({ cost, least }) => cost / least.cost)
    .toSorted((a, b) => a - b);
  return {
    tables: tables.length,
    notFound: compared.length - tables.length,
    asCheap: tables.filter(({ cost, least }) => cost < least.cost + 1e-6).length,
    costOverLeast: sum(({ cost }) => cost) / sum(({ least }) => least.cost),
    cellsOverLeast: sum(({ companions }) => companions) / sum(({ least }) => least.companions),
    mean: ratios.reduce((total, ratio) => total + ratio, 0) / ratios.length,
    median: ratios[Math.floor(ratios.length / 2)] ?? 1,
    worst: ratios.at(-1) ?? 1,
  };
}
