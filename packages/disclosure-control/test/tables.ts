import fc from 'fast-check';
import type { Measurement, ProtectedCell } from '../src/index.ts';
import type { TwoWayTable } from './two-way-table.ts';

/** A measured count of families, with the number of agencies behind it where it matters. */
export function count(families: number, contributors?: number): Measurement {
  return contributors === undefined
    ? { kind: 'COUNT', count: families }
    : { kind: 'COUNT', count: families, contributors };
}

/** A table of counts with exact totals; rows are r0, r1…, columns c0, c1…. */
export function tableOf(grid: readonly (readonly number[])[]): TwoWayTable<Measurement> {
  const width = grid[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) => `c${index}`);
  return {
    columns,
    rows: grid.map((row, index) => ({
      key: `r${index}`,
      cells: row.map((n) => count(n)),
      total: count(sum(row)),
    })),
    columnTotals: columns.map((_, index) => count(sum(grid.map((row) => row[index] ?? 0)))),
    grandTotal: count(sum(grid.flat())),
  };
}

/** What is printed: numbers and symbols, rows first, each followed by its total, then the line of totals. */
export function printed(
  table: TwoWayTable<ProtectedCell>,
): readonly (readonly (number | string)[])[] {
  return [
    ...table.rows.map((row) => [...row.cells, row.total].map(mark)),
    [...table.columnTotals, table.grandTotal].map(mark),
  ];
}

/** Grids of small counts, where suppression does its work. */
export function grids(options: {
  rows: number;
  columns: number;
  max: number;
}): fc.Arbitrary<number[][]> {
  const { rows, columns, max } = options;
  const row = (length: number) => fc.array(fc.nat(max), { minLength: length, maxLength: length });
  return fc
    .tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: 2, max: columns }))
    .chain(([height, width]) => fc.array(row(width), { minLength: height, maxLength: height }));
}

export function mark(cell: ProtectedCell): number | string {
  return cell.kind === 'VALUE' ? cell.value : cell.symbol;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
