import type { Comparison } from '../conditions/condition.ts';
import type { PredicateAtom } from '../predicates/predicate.ts';

/** A single test of a condition: a predicate or a comparison. */
export type Test = { readonly kind: 'HOLDS'; readonly atom: PredicateAtom } | Comparison;

/** How single tests turn out on one path by which a row is reached. */
export type Outcomes = (test: Test) => boolean;

/** A test as a condition asks for it: that it holds, or that it does not. */
export interface Leaf {
  readonly test: Test;
  readonly wanted: boolean;
}
