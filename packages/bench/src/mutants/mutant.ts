/** One deliberate fault: a piece of text that stands once in a file, and what stands there instead. */
export interface Mutant {
  /** Says what is wrong, as a reader of the evidence takes it. */
  readonly fault: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /**
   * Test files that are to see it, from the root of the repository; those that take seconds. Of a file that takes longer
   * some of the tests: `file > words of their names`.
   */
  readonly tests: readonly string[];
}

/** The mutants of one area; each area has a file of its own. */
export interface MutantArea {
  readonly name: string;
  readonly mutants: readonly Mutant[];
}

/** The mutants of one file, each with the tests of that file. */
export function mutantsOf(
  file: string,
  tests: readonly string[],
  faults: readonly (readonly [fault: string, from: string, to: string])[],
): readonly Mutant[] {
  return faults.map(([fault, from, to]) => ({ fault, file, from, to, tests }));
}
