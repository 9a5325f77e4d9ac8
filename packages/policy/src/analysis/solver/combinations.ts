import type { Condition } from '../../conditions/condition.ts';
import type { Node } from './diagram.ts';
import { FALSE, TRUE } from './diagram.ts';
import type { SingleTest } from './single-tests.ts';
import type { AttributeKinds } from './state-space.ts';
import { StateSpace } from './state-space.ts';
import { TooLarge } from './too-large.ts';

/** One test of a combination, and whether it has to come out true or false. */
export interface Literal {
  readonly test: SingleTest;
  readonly met: boolean;
}

/** Tests that are enough together and of which none can be left out: a cube of a minimised disjunctive form. */
export type Combination = readonly Literal[];

const MOST_COMBINATIONS = 200;

/**
 * The ways to meet a condition, none of which another makes needless; together they are the condition. An empty list is a
 * condition that nothing meets, an empty combination one that everything does. Null where there are too many to tell.
 */
export function combinationsOf(
  condition: Condition,
  kinds?: AttributeKinds,
): readonly Combination[] | null {
  try {
    const space = new StateSpace([condition], kinds);
    return new Cover(space, space.nodeOf(condition)).combinations();
  } catch (thrown) {
    if (thrown instanceof TooLarge) return null;
    throw thrown;
  }
}

/** The condition that a combination is. */
export function conditionOf(combination: Combination): Condition {
  const parts = combination.map(
    ({ test, met }): Condition => (met ? test : { kind: 'NOT', part: test }),
  );
  const [first, ...rest] = parts;
  if (first === undefined) return { kind: 'ALWAYS' };
  return rest.length === 0 ? first : { kind: 'AND', parts };
}

interface Covered {
  readonly node: Node;
  readonly cubes: readonly Combination[];
}

class Cover {
  readonly #space: StateSpace;
  /** What has to be covered, and what may be: states that cannot be are nobody's concern. */
  readonly #must: Node;
  readonly #may: Node;

  constructor(space: StateSpace, node: Node) {
    const { diagrams, possible } = space;
    this.#space = space;
    this.#must = diagrams.and(node, possible);
    this.#may = diagrams.or(node, diagrams.not(possible));
  }

  /** The shortest first. */
  combinations(): readonly Combination[] {
    const { cubes } = this.#irredundant(this.#must, this.#may);
    return cubes.toSorted((a, b) => a.length - b.length);
  }

  /** Minato's irredundant sum of prime products between two bounds (Minato 1992, after Morreale). */
  #irredundant(must: Node, may: Node): Covered {
    const { diagrams, tests } = this.#space;
    if (must === FALSE) return { node: FALSE, cubes: [] };
    if (may === TRUE) return { node: TRUE, cubes: [[]] };
    const variable = Math.min(diagrams.variableOf(must), diagrams.variableOf(may));
    const test = tests[variable];
    if (test === undefined) throw new Error('A diagram tests what its space does not know.');
    const split = (node: Node, value: boolean): Node => diagrams.cofactor(node, variable, value);
    const where = (met: boolean): Covered =>
      this.#irredundant(
        diagrams.and(split(must, met), diagrams.not(split(may, !met))),
        split(may, met),
      );
    const unmet = where(false);
    const met = where(true);
    const left = diagrams.or(
      diagrams.and(split(must, false), diagrams.not(unmet.node)),
      diagrams.and(split(must, true), diagrams.not(met.node)),
    );
    const either = this.#irredundant(left, diagrams.and(split(may, false), split(may, true)));
    const cubes = [
      ...met.cubes.map((cube) => [{ test, met: true }, ...cube]),
      ...unmet.cubes.map((cube) => [{ test, met: false }, ...cube]),
      ...either.cubes,
    ];
    if (cubes.length > MOST_COMBINATIONS) throw new TooLarge();
    return { node: diagrams.or(diagrams.node(variable, unmet.node, met.node), either.node), cubes };
  }
}
