import type { AnswerObject } from './answer-object.ts';
import type { AnswerPath } from './answer-path.ts';
import { placesAt } from './entity-path.ts';
import type { Places } from './failures.ts';
import { renamed } from './output-rewrite.ts';
import { keysUnder } from './selected-keys.ts';
import type { EntityFetch, EntityTarget } from './step.ts';

/** An object of the answer and the position of its representation in the batch. */
export interface Placement {
  readonly object: AnswerObject;
  readonly position: number;
}

/** A target and the objects that it completes, by its paths. */
export interface PlacedTarget {
  readonly target: EntityTarget;
  readonly placementsByPath: readonly (readonly Placement[])[];
}

/** An entity fetch brings fields to wherever the entities lie. */
export class EntityPlaces implements Places {
  readonly #step: EntityFetch;
  readonly #targets: readonly PlacedTarget[];
  readonly #answer: AnswerObject;

  constructor(step: EntityFetch, targets: readonly PlacedTarget[], answer: AnswerObject) {
    this.#step = step;
    this.#targets = targets;
    this.#answer = answer;
  }

  at([field, position, ...rest]: AnswerPath): AnswerPath[] {
    const placed = this.#targets.find(({ target }) => target.field === field);
    if (placed === undefined) return [];
    const within = renamed(rest, placed.target.rewrites);
    return this.#objects(placed, position).map((place) => [...place, ...within]);
  }

  all(): AnswerPath[] {
    return this.#targets.flatMap((placed) => {
      const { field, rewrites } = placed.target;
      const keys = renamed(keysUnder(this.#step.document, field), rewrites);
      return this.#objects(placed).flatMap((place) => keys.map((key) => [...place, key]));
    });
  }

  /** Where the objects of a target lie; those at one position of its batch, or all. */
  #objects({ target, placementsByPath }: PlacedTarget, only?: string | number): AnswerPath[] {
    return placementsByPath.flatMap((placements, index) => {
      const wanted = placements.filter(({ position }) => only === undefined || position === only);
      const path = target.paths[index];
      if (path === undefined || wanted.length === 0) return [];
      const places = placesAt(this.#answer, path);
      const objects = new Set(wanted.map(({ object }) => object));
      return [...objects].flatMap((object) => places.get(object) ?? []);
    });
  }
}
