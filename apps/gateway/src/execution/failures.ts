import type { RefusalCode } from '@postern/errors';
import { Fault, isFault, isRefusal, REFUSALS, Refusal } from '@postern/errors';
import { isAnswerObject, own } from './answer-object.ts';
import type { AnswerPath } from './answer-path.ts';

/** Finds where in the answer lies what a call was to bring; asked only once something failed. */
export interface Places {
  /** Where a path of the subgraph's own answer leads; several places when they share an entity. */
  at(path: AnswerPath): readonly AnswerPath[];
  /** Every field that the call was to bring. */
  all(): readonly AnswerPath[];
}

/** What becomes of failures in subgraphs. Either method may throw, which ends the request. */
export interface Failures {
  /** A call brought nothing that can be used. */
  callFailed(subgraph: string, cause: unknown, places: Places): void;
  /** A subgraph reported errors, beside its data or in place of it. */
  reported(subgraph: string, errors: readonly unknown[], places: Places): void;
}

/**
 * The first failure ends the request: a Refusal or Fault as it is, a reported refusal with its code, anything else as
 * Fault SUBGRAPH_FAILED.
 */
export const FIRST_FAILURE_ENDS: Failures = {
  callFailed(subgraph, cause) {
    if (isRefusal(cause) || isFault(cause)) throw cause;
    throw new Fault('SUBGRAPH_FAILED', { cause, logged: { subgraph } });
  },
  reported(subgraph, [error]) {
    throw reportedFailure(error, subgraph);
  },
};

/** Says that a subgraph's answer is not one that its schema and the plan allow. */
export function invalidAnswer(subgraph: string): Fault {
  return new Fault('SUBGRAPH_ANSWER_INVALID', { logged: { subgraph } });
}

/** A refusal keeps its code across a process boundary; any other report stays inside. */
function reportedFailure(error: unknown, subgraph: string): Refusal | Fault {
  const original = isAnswerObject(error) ? error.originalError : undefined;
  if (isRefusal(original) || isFault(original)) return original;
  const extensions = isAnswerObject(error) ? error.extensions : undefined;
  const code = isAnswerObject(extensions) ? own(extensions, 'code') : undefined;
  if (isRefusalCode(code)) return new Refusal(code);
  return new Fault('SUBGRAPH_FAILED', { cause: original, logged: { subgraph } });
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(REFUSALS, code);
}
