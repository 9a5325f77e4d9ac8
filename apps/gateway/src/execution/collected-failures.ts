import { isFault } from '@postern/errors';
import { TransportError } from '../transport/transport-error.ts';
import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject } from './answer-object.ts';
import type { AnswerPath } from './answer-path.ts';
import { answerPathOf } from './answer-path.ts';
import type { Failures, Places } from './failures.ts';

const MOST_COLLECTED = 100;

/** A failure at one place, as a client of an open gateway may be told of it. */
export interface CollectedFailure {
  readonly message: string;
  /** In the answer, in the names of the plan; null when it belongs to no place. */
  readonly path: AnswerPath | null;
  readonly extensions: AnswerObject;
}

/** Keeps failures and lets the request go on with what could be had; beyond a hundred only the first are kept. */
export class CollectedFailures implements Failures {
  readonly #collected = new Map<string, CollectedFailure>();

  get all(): readonly CollectedFailure[] {
    return [...this.#collected.values()];
  }

  callFailed(subgraph: string, cause: unknown, places: Places): void {
    const extensions = { code: 'SUBGRAPH_FAILED', subgraph, ...reasonOf(cause) };
    this.#add(messageOf(cause), placesOrNone(places.all()), extensions);
  }

  reported(subgraph: string, errors: readonly unknown[], places: Places): void {
    for (const error of errors) {
      const { message, path, extensions } = isAnswerObject(error) ? error : {};
      const known = answerPathOf(path);
      const told = isAnswerObject(extensions) ? extensions : {};
      this.#add(
        typeof message === 'string' ? message : 'The subgraph reported an error.',
        placesOrNone(known === null ? places.all() : places.at(known)),
        // The GraphQL server would take `http` for instructions to itself.
        { code: 'SUBGRAPH_FAILED', ...told, http: undefined, subgraph },
      );
    }
  }

  #add(message: string, paths: readonly (AnswerPath | null)[], extensions: AnswerObject): void {
    for (const path of paths) {
      if (this.#collected.size >= MOST_COLLECTED) return;
      const identity = JSON.stringify([message, path]);
      if (!this.#collected.has(identity)) {
        this.#collected.set(identity, { message, path, extensions });
      }
    }
  }
}

function placesOrNone(places: readonly AnswerPath[]): readonly (AnswerPath | null)[] {
  return places.length === 0 ? [null] : places;
}

function messageOf(cause: unknown): string {
  return cause instanceof TransportError || isFault(cause)
    ? cause.message
    : 'The subgraph could not be asked.';
}

function reasonOf(cause: unknown): { reason?: string } {
  return cause instanceof TransportError || isFault(cause) ? { reason: cause.code } : {};
}
