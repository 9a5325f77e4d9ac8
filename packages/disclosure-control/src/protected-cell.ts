/** Why a cell carries a symbol instead of a number (DfE data symbols): confidential, not applicable, unavailable, rounds to zero but is not. */
export type CellSymbol = 'c' | 'z' | 'x' | 'low';

/** A cell as anyone may read it; a true zero is `VALUE` 0, and nothing is ever blank. */
export type ProtectedCell =
  | { readonly kind: 'VALUE'; readonly value: number }
  | { readonly kind: 'SUPPRESSED'; readonly symbol: 'c' }
  | { readonly kind: 'NOT_APPLICABLE'; readonly symbol: 'z' }
  | { readonly kind: 'UNAVAILABLE'; readonly symbol: 'x' }
  | { readonly kind: 'LOW'; readonly symbol: 'low' };

export const SUPPRESSED: ProtectedCell = { kind: 'SUPPRESSED', symbol: 'c' };
export const NOT_APPLICABLE: ProtectedCell = { kind: 'NOT_APPLICABLE', symbol: 'z' };
export const UNAVAILABLE: ProtectedCell = { kind: 'UNAVAILABLE', symbol: 'x' };
export const LOW: ProtectedCell = { kind: 'LOW', symbol: 'low' };
