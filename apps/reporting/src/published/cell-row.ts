import type { CellSymbol, ProtectedCell } from '@postern/disclosure-control';
import { LOW, NOT_APPLICABLE, SUPPRESSED, UNAVAILABLE } from '@postern/disclosure-control';

/** A cell as two columns, of which the table holds exactly one. */
export interface CellRow {
  readonly value: number | null;
  readonly symbol: CellSymbol | null;
}

const BY_SYMBOL: Readonly<Record<CellSymbol, ProtectedCell>> = {
  c: SUPPRESSED,
  z: NOT_APPLICABLE,
  x: UNAVAILABLE,
  low: LOW,
};

export function cellFromRow(row: CellRow): ProtectedCell {
  if (row.symbol !== null) return BY_SYMBOL[row.symbol];
  return row.value === null ? UNAVAILABLE : { kind: 'VALUE', value: row.value };
}

export function rowFromCell(cell: ProtectedCell): CellRow {
  return cell.kind === 'VALUE'
    ? { value: cell.value, symbol: null }
    : { value: null, symbol: cell.symbol };
}
