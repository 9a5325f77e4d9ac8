import { Fault } from '@postern/errors';
import type { Measurement } from './measurement.ts';
import type { NetworkCell } from './network.ts';
import type { DisclosureProfile } from './profile.ts';
import { protectNetwork } from './protect-network.ts';
import type { ProtectedCell } from './protected-cell.ts';

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
  const found = protectNetwork(networkOf(table), profile);
  const at = (row: string | null, column: string | null): ProtectedCell => {
    const cell = found.get(cellKey(row, column));
    if (cell === undefined) throw malformed();
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

/** Lines run totals → row → column → totals → back, so that each cell leaves one line and enters another. */
export function networkOf(table: TwoWayTable<Measurement>): readonly NetworkCell[] {
  const inside = table.rows.flatMap((row) =>
    row.cells.map((measured, index) =>
      cellOf(measured, row.key, nth(table.columns, index), `row ${row.key}`),
    ),
  );
  const rowTotals = table.rows.map((row) => cellOf(row.total, row.key, null, 'total of rows'));
  const columnTotals = table.columnTotals.map((measured, index) =>
    cellOf(measured, null, nth(table.columns, index), `column ${nth(table.columns, index)}`),
  );
  const grand = cellOf(table.grandTotal, null, null, 'total of columns');
  const cells = [...inside, ...rowTotals, ...columnTotals, grand];
  const expected = (table.rows.length + 1) * (table.columns.length + 1);
  if (new Set(cells.map((cell) => cell.key)).size !== expected || cells.length !== expected) {
    throw malformed();
  }
  return cells;
}

function cellOf(
  measured: Measurement,
  row: string | null,
  column: string | null,
  from: string,
): NetworkCell {
  return {
    key: cellKey(row, column),
    measured,
    from,
    to: lineEntered(row, column),
    isTotal: row === null || column === null,
    standing: { kind: 'NEW' },
  };
}

function lineEntered(row: string | null, column: string | null): string {
  if (row === null) return column === null ? 'total of rows' : 'total of columns';
  return column === null ? `row ${row}` : `column ${column}`;
}

/** Names a cell of a two-way table in its network; null stands for a total. */
export function cellKey(row: string | null, column: string | null): string {
  return JSON.stringify([row, column]);
}

function nth(keys: readonly string[], index: number): string {
  const key = keys[index];
  if (key === undefined) throw malformed();
  return key;
}

function malformed(): Fault {
  return new Fault('INTERNAL', { logged: { expected: 'a rectangular table with unique keys' } });
}
