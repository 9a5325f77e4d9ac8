import type { Measurement } from './measurement.ts';
import type { Standing } from './standing.ts';

/** One cell of everything that is published together. */
export interface LatticeCell {
  /** Names the cell; ties are broken by it, so results do not depend on the order of cells. */
  readonly key: string;
  readonly measured: Measurement;
  /** A total is suppressed to protect another cell only when no cell inside can be. */
  readonly isTotal: boolean;
  readonly standing: Standing;
  /** Of a sensitive attribute: that everybody of a line is of this cell, or nobody of any other, must not be told. */
  readonly isSensitive?: true;
  /** Whether it is published nowhere and readers work it out of others: it costs nobody anything to hide, and stands alone in its line. */
  readonly isWorkedOut?: true;
}

/**
 * A sum that a reader can use: parts and whole, or a stock that flows lead to. The cells of `plus` and those of `minus`
 * differ by a constant, zero where everybody is counted once, which a reader is credited with knowing.
 */
export interface Balance {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** All cells of a dataset and every additive relation between them. */
export interface Lattice {
  readonly cells: readonly LatticeCell[];
  readonly balances: readonly Balance[];
}
