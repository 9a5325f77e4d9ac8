import type { Condition, Scalar } from '../../conditions/condition.ts';
import { conditionKey } from '../../conditions/simplify.ts';
import type { PredicateAtom } from '../../predicates/predicate.ts';
import type { AxiomInstance } from '../axioms.ts';
import { AXIOMS, instancesOf } from '../axioms.ts';
import type { Node } from './diagram.ts';
import { Diagrams, FALSE, TRUE } from './diagram.ts';
import type { SingleTest } from './single-tests.ts';
import { inSingleTests, singleTestsOf } from './single-tests.ts';
import { TooLarge } from './too-large.ts';
import type { ScalarKind } from './values.ts';
import { representatives } from './values.ts';

/** The types of attributes, where they are known; others may hold any scalar. */
export type AttributeKinds = ReadonlyMap<string, ScalarKind>;

/** More than a policy of people's making comes near; reached in some tens of milliseconds. */
const MOST_NODES = 20_000;
const MOST_TESTS = 400;

/**
 * Every state that a set of conditions can tell apart: each single test a variable, and `possible` what the axioms and the
 * values of attributes let be true at once.
 */
export class StateSpace {
  readonly diagrams = new Diagrams(MOST_NODES);
  readonly tests: readonly SingleTest[];
  readonly possible: Node;
  readonly #variables: ReadonlyMap<string, number>;

  /** @throws TooLarge */
  constructor(conditions: readonly Condition[], kinds: AttributeKinds = new Map()) {
    const tests = conditions.flatMap((condition) => singleTestsOf(inSingleTests(condition)));
    this.tests = [...new Map(tests.map((test) => [conditionKey(test), test])).values()];
    if (this.tests.length > MOST_TESTS) throw new TooLarge();
    this.#variables = new Map(this.tests.map((test, i) => [conditionKey(test), i]));
    this.possible = this.#all([...this.#ofAxioms(), ...this.#ofAttributes(kinds)]);
  }

  /** @throws TooLarge; Error on a condition with tests that the space was not made for */
  nodeOf(condition: Condition): Node {
    return this.#node(inSingleTests(condition));
  }

  /** The node of one single test. */
  nodeOfTest(test: Condition): Node {
    return this.diagrams.variable(this.#variableOf(test));
  }

  #variableOf(test: Condition): number {
    const variable = this.#variables.get(conditionKey(test));
    if (variable === undefined) throw new Error('The space was not made for this condition.');
    return variable;
  }

  #node(condition: Condition): Node {
    switch (condition.kind) {
      case 'ALWAYS':
        return TRUE;
      case 'NEVER':
        return FALSE;
      case 'AND':
        return this.#all(condition.parts.map((part) => this.#node(part)));
      case 'OR':
        return this.#any(condition.parts.map((part) => this.#node(part)));
      case 'NOT':
        return this.diagrams.not(this.#node(condition.part));
      default:
        return this.nodeOfTest(condition);
    }
  }

  #ofAxioms(): readonly Node[] {
    const atoms = this.tests.flatMap((test) => (test.kind === 'HOLDS' ? [test.atom] : []));
    return AXIOMS.flatMap((axiom) => instancesOf(axiom, atoms)).map((one) => this.#said(one));
  }

  #said(instance: AxiomInstance): Node {
    const { diagrams } = this;
    if (instance.kind === 'ENTAILS')
      return diagrams.or(diagrams.not(this.#atom(instance.atom)), this.#atom(instance.also));
    return diagrams.not(this.#all(instance.atoms.map((atom) => this.#atom(atom))));
  }

  #atom(atom: PredicateAtom): Node {
    return this.nodeOfTest({ kind: 'HOLDS', atom });
  }

  /** For each attribute, which of its tests some value can meet at once. */
  #ofAttributes(kinds: AttributeKinds): readonly Node[] {
    const comparisons = this.tests.filter((test) => test.kind === 'COMPARE');
    const byAttribute = Map.groupBy(comparisons, ({ attribute }) => attribute);
    return [...byAttribute].map(([attribute, tests]) => {
      const values = representatives(
        tests.map(({ value }) => value),
        kinds.get(attribute),
      );
      const outcomes = values.map((value) => tests.map((test) => meets(test, value)));
      const distinct = new Map(outcomes.map((outcome) => [outcome.join(), outcome]));
      return this.#oneOf(
        tests.map((test) => this.#variableOf(test)),
        [...distinct.values()],
      );
    });
  }

  /**
   * Where variables, in their order, come out in one of these ways. Made from its end, so that no node is made in vain: an
   * attribute has one value at a time, which takes two nodes for each test.
   */
  #oneOf(variables: readonly number[], outcomes: readonly Outcome[], first = 0): Node {
    const variable = variables[first];
    if (outcomes.length === 0) return FALSE;
    if (variable === undefined) return TRUE;
    const [unmet, met] = [false, true].map((value) =>
      this.#oneOf(
        variables,
        outcomes.filter((outcome) => outcome[first] === value),
        first + 1,
      ),
    );
    return this.diagrams.node(variable, unmet ?? FALSE, met ?? FALSE);
  }

  #all(nodes: readonly Node[]): Node {
    return this.#lastFirst(nodes).reduce((both, node) => this.diagrams.and(both, node), TRUE);
  }

  #any(nodes: readonly Node[]): Node {
    return this.#lastFirst(nodes).reduce((either, node) => this.diagrams.or(either, node), FALSE);
  }

  /** What comes before all that a diagram asks is put on top of it; what comes after is made anew to its end. */
  #lastFirst(nodes: readonly Node[]): readonly Node[] {
    const { diagrams } = this;
    return nodes.toSorted((a, b) => diagrams.variableOf(b) - diagrams.variableOf(a));
  }
}

/** For each of some tests, whether it is met. */
type Outcome = readonly boolean[];

function meets(
  { operator, value }: Extract<SingleTest, { kind: 'COMPARE' }>,
  held: Scalar,
): boolean {
  return operator === '$eq' ? held === value : Number(held) > Number(value);
}
