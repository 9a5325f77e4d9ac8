import type { DisclosureProfile } from '@postern/disclosure-control';
import { NHS_7_5 } from '@postern/disclosure-control';
import type { Dataset, Protect } from '../../src/index.ts';
import { attackAs, publishEditions, publishedLattice } from '../../src/index.ts';

/** A two-way table of the literature with its margins; cells are `row/column`, margins `row/` and `/column`. */
export function twoWay(
  rows: readonly string[],
  columns: readonly string[],
  grid: readonly (readonly number[])[],
): Dataset {
  const at = (row: number, column: number) => grid[row]?.[column] ?? 0;
  const all = [...grid.keys()];
  const across = columns.map((_, column) => column);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    cells: [
      ...rows.flatMap((row, r) =>
        columns.map((column, c) => cell(`${row}/${column}`, at(r, c), false)),
      ),
      ...rows.map((row, r) => cell(`${row}/`, sum(across.map((c) => at(r, c))), true)),
      ...columns.map((column, c) => cell(`/${column}`, sum(all.map((r) => at(r, c))), true)),
      cell('/', sum(grid.flat()), true),
    ],
    balances: [
      ...rows.map((row) => ({
        plus: columns.map((column) => `${row}/${column}`),
        minus: [`${row}/`],
      })),
      ...columns.map((column) => ({
        plus: rows.map((row) => `${row}/${column}`),
        minus: [`/${column}`],
      })),
      { plus: rows.map((row) => `${row}/`), minus: ['/'] },
      { plus: columns.map((column) => `/${column}`), minus: ['/'] },
    ],
  };
}

export function cell(key: string, count: number, isTotal: boolean): Dataset['cells'][number] {
  return { key, count, isTotal, edition: 0 };
}

/** The literature counts without rounding: up to so many is sensitive. */
export function unrounded(suppressUpTo: number): DisclosureProfile {
  return { ...NHS_7_5, name: `UP_TO_${suppressUpTo}`, suppressUpTo, roundTo: 1 };
}

/** The suppressed cells that either reader narrows down too far, with what is left of them. */
export async function givenAway(
  dataset: Dataset,
  profile: DisclosureProfile,
  protect: Protect,
): Promise<Readonly<Record<string, string>>> {
  const { lattice, shown } = publishEditions(dataset, profile, protect);
  const published = publishedLattice(lattice, shown, profile);
  const found: [string, string][] = [];
  for (const reader of ['KNOWS_WHICH_ARE_SMALL', 'BLIND'] as const)
    for (const { cell: key, interval, isPrimary, isExact } of (await attackAs(reader, published))
      .breaches)
      if (isPrimary || isExact)
        found.push([key, isExact ? `${interval.low}` : `${interval.low}–${interval.high}`]);
  return Object.fromEntries(found);
}
