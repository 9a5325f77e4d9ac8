import type { Condition } from '../../conditions/condition.ts';
import { conditionKey } from '../../conditions/simplify.ts';
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

  combinations(): readonly Combination[] {
    const { cubes } = this.#irredundant(this.#must, this.#may);
    const shortest = cubes.map((cube) => this.#shortened(cube));
    const distinct = new Map(shortest.map((cube) => [keyOf(cube), cube]));
    return this.#needed([...distinct.values()].toSorted((a, b) => a.length - b.length));
  }

  /** Minato's irredundant sum of products between two bounds. */
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

  /** Leaves out, what must not hold first, whatever the rest does without. */
  #shortened(cube: Combination): Combination {
    const { diagrams } = this.#space;
    const order = [...cube.filter(({ met }) => !met), ...cube.filter(({ met }) => met)];
    return order.reduce<Combination>((kept, literal) => {
      const without = kept.filter((one) => one !== literal);
      return diagrams.implies(this.#nodeOf(without), this.#may) ? without : kept;
    }, cube);
  }

  /** Leaves out, the longest first, whatever the others cover without. */
  #needed(cubes: readonly Combination[]): readonly Combination[] {
    const { diagrams } = this.#space;
    return cubes.toReversed().reduce<readonly Combination[]>((kept, cube) => {
      const others = kept.filter((one) => one !== cube);
      const covered = others.reduce((either, one) => diagrams.or(either, this.#nodeOf(one)), FALSE);
      return diagrams.implies(this.#must, covered) ? others : kept;
    }, cubes);
  }

  #nodeOf(cube: Combination): Node {
    const { diagrams } = this.#space;
    return cube.reduce((both, { test, met }) => {
      const node = this.#space.nodeOfTest(test);
      return diagrams.and(both, met ? node : diagrams.not(node));
    }, TRUE);
  }
}

function keyOf(cube: Combination): string {
  return cube.map(({ test, met }) => `${met}${conditionKey(test)}`).join();
}
