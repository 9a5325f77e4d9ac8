import type { Expression } from '../expression/expression.ts';

export const METHODS = ['sum', 'min', 'max', 'countdistinct'] as const;
export type Method = (typeof METHODS)[number];

/** What is worked out of the rows of a group, and what it is called. */
export type Aggregate =
  | { readonly kind: 'COUNT'; readonly as: string }
  | {
      readonly kind: 'OF';
      readonly property: string;
      readonly method: Method;
      readonly as: string;
    };

/** Rows with the same values in some columns become one. */
export interface Grouping {
  readonly by: readonly string[];
  readonly aggregates: readonly Aggregate[];
}

/** What is done with rows before anything else (OData Data Aggregation 4.0): chosen, then at most once made into groups, then chosen again. */
export interface Apply {
  readonly before: Expression | null;
  readonly grouping: Grouping | null;
  readonly after: Expression | null;
}
