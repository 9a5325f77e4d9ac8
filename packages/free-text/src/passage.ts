import type { ClassKey } from '@postern/policy';

/** Where a text may reveal something of a class: whole sentences or clauses, in UTF-16 code units; never the words. */
export interface Passage {
  readonly start: number;
  /** The unit after the last. */
  readonly end: number;
  readonly class: ClassKey;
}
