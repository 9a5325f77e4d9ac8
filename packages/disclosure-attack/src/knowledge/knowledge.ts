/** A count that a reader has not been told, and what it may be. */
export interface Unknown {
  readonly key: string;
  readonly low: number;
  readonly high: number;
}

export interface Term {
  readonly key: string;
  readonly times: number;
}

/** What a reader knows of several counts together: the sum of the terms is from `low` to `high`. */
export interface Relation {
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
}

/** Everything a reader can reckon with; counts are whole numbers. */
export interface Knowledge {
  readonly unknowns: readonly Unknown[];
  readonly relations: readonly Relation[];
}
