import type { PredicateAtom } from '../predicates/predicate.ts';

/** A scalar comparison on an attribute of the row, with CASL's meaning for null. */
export interface Comparison {
  readonly kind: 'COMPARE';
  readonly attribute: string;
  readonly operator: '$eq' | '$ne' | '$in' | '$nin' | '$lt' | '$lte' | '$gt' | '$gte';
  readonly value: Scalar | readonly Scalar[];
}
export type Scalar = string | number | boolean | null;

/** When a rule applies: a closed language over predicates and scalar comparisons. */
export type Condition =
  | { readonly kind: 'ALWAYS' }
  | { readonly kind: 'NEVER' }
  | { readonly kind: 'HOLDS'; readonly atom: PredicateAtom }
  | Comparison
  | { readonly kind: 'AND'; readonly parts: readonly Condition[] }
  | { readonly kind: 'OR'; readonly parts: readonly Condition[] }
  | { readonly kind: 'NOT'; readonly part: Condition };

export const ALWAYS: Condition = { kind: 'ALWAYS' };
export const NEVER: Condition = { kind: 'NEVER' };
