import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NHS_7_5 } from '../src/index.ts';
import { grids, printed, tableOf } from './tables.ts';
import type { TwoWayTable } from './two-way-table.ts';
import { protectTable } from './two-way-table.ts';

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

test('no cell is hidden alone in its line, also where rounding would hide it', () => {
  const [row] = printed(
    protectTable(
      tableOf([
        [3, 20, 30],
        [20, 30, 40],
      ]),
      NHS_7_5,
    ),
  );
  expect(row).toEqual(['c', 'c', 30, 55]);
});

test('a line that two suppressed cells do not protect gets more', () => {
  const ones = tableOf([
    [1, 1, 1, 1, 1, 1, 1, 1],
    [20, 30, 40, 50, 20, 30, 40, 50],
  ]);
  const [row = []] = printed(protectTable(ones, NHS_7_5));
  expect(row.every((cell) => cell === 'c')).toBe(true);
});

test('every line of a table holds none or at least two hidden cells', () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const shown = printed(protectTable(tableOf(grid), NHS_7_5));
      const columns = (shown[0] ?? []).map((_, c) => shown.map((row) => row[c]));
      for (const line of [...shown, ...columns]) {
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
  const table = tableOf([[1, 8, 8]]);
  const overlapping = {
    ...table,
    rows: table.rows.map((row) => ({ ...row, total: { kind: 'COUNT', count: 16 } as const })),
  };
  const [row = []] = printed(protectTable(overlapping, NHS_7_5));
  expect(row.filter((cell) => cell === 'c').length).toBeGreaterThan(1);
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
