import type {
  DisclosureProfile,
  Lattice,
  LatticeCell,
  Measurement,
  ProtectedCell,
} from '../src/index.ts';
import { protectLattice } from '../src/index.ts';

/** One line of a table: its cells in the order of `columns`, then its total. */
export interface TableRow<Cell> {
  readonly key: string;
  readonly cells: readonly Cell[];
  readonly total: Cell;
}

/** A two-way table with every total; the same shape before and after protection. Keys are unique in each direction. */
export interface TwoWayTable<Cell> {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow<Cell>[];
  readonly columnTotals: readonly Cell[];
  readonly grandTotal: Cell;
}

/** Protects a two-way table over every row, column and line of totals. */
export function protectTable(
  table: TwoWayTable<Measurement>,
  profile: DisclosureProfile,
): TwoWayTable<ProtectedCell> {
  const found = protectLattice(latticeOf(table), profile);
  const at = (row: string | null, column: string | null): ProtectedCell => {
    const cell = found.get(cellKey(row, column));
    if (cell === undefined) throw new Error(`no cell ${cellKey(row, column)}`);
    return cell;
  };
  return {
    columns: table.columns,
    rows: table.rows.map(({ key }) => ({
      key,
      cells: table.columns.map((column) => at(key, column)),
      total: at(key, null),
    })),
    columnTotals: table.columns.map((column) => at(null, column)),
    grandTotal: at(null, null),
  };
}

/** Every cell, and that rows, columns and each line of totals add up. */
export function latticeOf({
  rows,
  columns,
  columnTotals,
  grandTotal,
}: TwoWayTable<Measurement>): Lattice {
  const lines = [
    ...rows.map(({ key, cells, total }) => ({ row: key, measured: [...cells, total] })),
    { row: null, measured: [...columnTotals, grandTotal] },
  ];
  const names = [...columns, null];
  return {
    cells: lines.flatMap(({ row, measured }) =>
      measured.map((one, index): LatticeCell => {
        const column = names[index] ?? null;
        return {
          key: cellKey(row, column),
          measured: one,
          isTotal: row === null || column === null,
          standing: { kind: 'NEW' },
        };
      }),
    ),
    balances: [
      ...lines.map(({ row }) => ({
        plus: columns.map((column) => cellKey(row, column)),
        minus: [cellKey(row, null)],
      })),
      ...names.map((column) => ({
        plus: rows.map(({ key }) => cellKey(key, column)),
        minus: [cellKey(null, column)],
      })),
    ],
  };
}

/** Names a cell of a two-way table in its network; null stands for a total. */
export function cellKey(row: string | null, column: string | null): string {
  return JSON.stringify([row, column]);
}
