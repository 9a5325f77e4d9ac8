import type { Apply } from '../apply/apply.ts';
import type { Expression } from '../expression/expression.ts';
import type { Property } from '../model/entity-set.ts';
import type { Ordering } from '../model/order.ts';

/** What is asked of an entity set, checked against it. */
export interface QueryOptions {
  readonly apply: Apply | null;
  readonly filter: Expression | null;
  readonly orderBy: readonly Ordering[];
  /** Names of the columns to show. */
  readonly select: readonly string[];
  /** Whether columns were named, or all are shown. */
  readonly selects: boolean;
  readonly skip: number;
  readonly top: number | null;
  readonly count: boolean;
  readonly page: PageToken | null;
  /** What the rows have after `$apply`. */
  readonly properties: readonly Property[];
}

/** Where a page begins, and in which edition of the figures. */
export interface PageToken {
  readonly edition: string;
  readonly offset: number;
}
