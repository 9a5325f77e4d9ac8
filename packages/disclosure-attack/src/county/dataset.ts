import type { Balance } from '@postern/disclosure-control';

/** A true count that is to be published, and with which edition it goes out; editions count from 0. */
export interface CountedCell {
  readonly key: string;
  readonly count: number;
  readonly contributors?: number;
  readonly isTotal: boolean;
  /** Null: it takes part in sums and is never published. */
  readonly edition: number | null;
}

/** Everything that is counted of one county, and every sum that ties it. */
export interface Dataset {
  readonly cells: readonly CountedCell[];
  readonly balances: readonly Balance[];
}
