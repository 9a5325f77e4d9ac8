import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TwoWayTable } from '../src/index.ts';
import { NHS_7_5, protectTable } from '../src/index.ts';
import { grids, printed, tableOf } from './tables.ts';

const anyGrid = grids({ rows: 4, columns: 5, max: 30 });

test('every number shown is a multiple of five, and no count of one to seven is shown at all', () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const shown = printed(protectTable(tableOf(grid), NHS_7_5));
      for (const cell of shown.flat()) {
        expect(cell === 'c' || (typeof cell === 'number' && cell % 5 === 0)).toBe(true);
      }
      grid.forEach((row, r) => {
        row.forEach((families, c) => {
          if (families >= 1 && families <= 7) expect(shown[r]?.[c]).toBe('c');
        });
      });
    }),
    { numRuns: 60 },
  );
});

test('no line of a row, a column or totals holds exactly one suppressed cell', () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const rows = printed(protectTable(tableOf(grid), NHS_7_5));
      const columns = (rows[0] ?? []).map((_, index) => rows.map((row) => row[index]));
      for (const line of [...rows, ...columns]) {
        expect(line.filter((cell) => cell === 'c')).not.toHaveLength(1);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same table gives the same answer, and permuted rows and columns permute it', () => {
  fc.assert(
    fc.property(anyGrid, fc.infiniteStream(fc.nat()), (grid, order) => {
      const table = tableOf(grid);
      const answer = protectTable(table, NHS_7_5);
      expect(protectTable(table, NHS_7_5)).toEqual(answer);
      const rows = shuffled(table.rows.length, order);
      const columns = shuffled(table.columns.length, order);
      const moved = protectTable(permuted(table, rows, columns), NHS_7_5);
      expect(moved).toEqual(permuted(answer, rows, columns));
    }),
    { numRuns: 60 },
  );
});

test('a family counted in two cells and once in their total changes nothing of the guarantee', () => {
  const table = tableOf([[3, 20, 30]]);
  const overlapping = {
    ...table,
    rows: table.rows.map((row) => ({ ...row, total: { kind: 'COUNT', count: 50 } as const })),
  };
  expect(printed(protectTable(overlapping, NHS_7_5))[0]).toEqual(['c', 'c', 30, 50]);
});

function shuffled(length: number, numbers: Iterator<number>): readonly number[] {
  return Array.from({ length }, (_, index) => ({ index, by: Number(numbers.next().value) }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ index }) => index);
}

function permuted<Cell>(
  table: TwoWayTable<Cell>,
  rows: readonly number[],
  columns: readonly number[],
): TwoWayTable<Cell> {
  const pick = <T>(from: readonly T[], order: readonly number[]) =>
    order.flatMap((index) => from.slice(index, index + 1));
  return {
    columns: pick(table.columns, columns),
    rows: pick(table.rows, rows).map((row) => ({ ...row, cells: pick(row.cells, columns) })),
    columnTotals: pick(table.columnTotals, columns),
    grandTotal: table.grandTotal,
  };
}
