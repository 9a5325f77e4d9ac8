import type { ProtectedCell } from './protected-cell.ts';

/** Whether a cell is to be published now, is out already and cannot change, or only takes part in the sums. */
export type Standing =
  | { readonly kind: 'NEW' }
  | { readonly kind: 'PUBLISHED'; readonly as: ProtectedCell }
  | { readonly kind: 'NEVER_PUBLISHED' };

/** Compares by code unit: the same on every machine. */
export function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
