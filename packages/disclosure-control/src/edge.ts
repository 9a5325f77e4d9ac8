import type { Interval } from './rounding.ts';

/** A countable cell as a reader meets it: its true count, what is published, and the counts still possible to them. */
export interface Edge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly possible: Interval;
}
