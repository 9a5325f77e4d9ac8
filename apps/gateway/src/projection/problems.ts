import { Fault } from '@postern/errors';

/** A value that cannot stand in the answer; it reads as null. */
export interface Problem {
  /** Null where null may not be, or a value that cannot be of its type. */
  readonly kind: 'NULL' | 'UNFIT';
  /** `Type.field` whose value it is. */
  readonly coordinate: string;
  /** From the value outwards, as the client named it. */
  readonly reversedPath: (string | number)[];
}

/** Takes note of problems; may throw, which ends the request. */
export interface Problems {
  readonly found: readonly Problem[];
  note(problem: Problem): void;
}

/** A value that cannot be of its type ends the request with Fault SUBGRAPH_ANSWER_INVALID; nulls are no news. */
export const UNFIT_VALUE_ENDS: Problems = {
  found: [],
  note({ kind, coordinate }) {
    if (kind === 'UNFIT') throw new Fault('SUBGRAPH_ANSWER_INVALID', { logged: { coordinate } });
  },
};

/** Keeps problems, so that each can be told beside what does fit. */
export class CollectedProblems implements Problems {
  readonly found: Problem[] = [];

  note(problem: Problem): void {
    this.found.push(problem);
  }
}
