import type { Measurement } from './measurement.ts';
import type { ProtectedCell } from './protected-cell.ts';

/** Whether a cell is to be published now, is out already and cannot change, or only takes part in the sums. */
export type Standing =
  | { readonly kind: 'NEW' }
  | { readonly kind: 'PUBLISHED'; readonly as: ProtectedCell }
  | { readonly kind: 'NEVER_PUBLISHED' };

/**
 * One cell of a set of tables whose sums a reader can use. Each cell belongs to two lines, one as `from` and one as
 * `to`: a line's `from` cells and its `to` cells differ by a constant (zero where every family is counted once).
 */
export interface NetworkCell {
  /** Names the cell; ties are broken by it, so results do not depend on the order of cells. */
  readonly key: string;
  readonly measured: Measurement;
  readonly from: string;
  readonly to: string;
  /** A total is suppressed to protect another cell only when no cell inside the table can be. */
  readonly isTotal: boolean;
  readonly standing: Standing;
}

/** Compares by code unit: the same on every machine. */
export function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
