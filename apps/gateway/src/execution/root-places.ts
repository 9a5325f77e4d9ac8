import type { AnswerPath } from './answer-path.ts';
import type { Places } from './failures.ts';
import { renamed } from './output-rewrite.ts';
import { rootKeys } from './selected-keys.ts';
import type { RootFetch } from './step.ts';

/** A root fetch brings fields to where the subgraph has them. */
export class RootPlaces implements Places {
  readonly #step: RootFetch;

  constructor(step: RootFetch) {
    this.#step = step;
  }

  at(path: AnswerPath): AnswerPath[] {
    return [renamed(path, this.#step.rewrites)];
  }

  all(): AnswerPath[] {
    return rootKeys(this.#step.document).map((key) => renamed([key], this.#step.rewrites));
  }
}
