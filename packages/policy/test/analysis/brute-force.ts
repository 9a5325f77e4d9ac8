import { instancesOf } from '../../src/analysis/axioms.ts';
import { comparisonsOf } from '../../src/conditions/comparisons-of.ts';
import type { Condition, PredicateAtom, Scalar } from '../../src/index.ts';
import { AXIOMS, atomsOf } from '../../src/index.ts';
import { evaluate } from '../../src/oracle/evaluate.ts';

/** One state: which atoms hold, and what attributes are. */
export interface State {
  readonly held: ReadonlySet<string>;
  readonly attributes: Readonly<Record<string, Scalar>>;
}

/** Finer than the values that random comparisons speak of, and of every type. */
const VALUES: readonly Scalar[] = [
  ...[-3, -2, -1, 0, 0.5, 1, 2, 2.5, 3],
  ...['', ' ', 'a', 'b', 'c', '1', '-3', '-2', '-1', '0', '0.5', '2', '2.5', '3'],
  ...[true, false, null],
];

export function keyOf(atom: PredicateAtom): string {
  return JSON.stringify(atom);
}

/** Every state that these conditions could tell apart and the axioms allow, one by one. */
export function* statesOf(conditions: readonly Condition[]): Generator<State> {
  const atoms = [
    ...new Map(conditions.flatMap(atomsOf).map((atom) => [keyOf(atom), atom])).values(),
  ];
  const attributes = [
    ...new Set(conditions.flatMap(comparisonsOf).map(({ attribute }) => attribute)),
  ];
  for (const held of subsets(atoms)) {
    if (!isPossible(held, atoms)) continue;
    for (const values of assignments(attributes))
      yield { held: new Set(held.map(keyOf)), attributes: values };
  }
}

export function isMet(condition: Condition, { held, attributes }: State): boolean {
  return evaluate(condition, { type: 'row', attributes, holds: (atom) => held.has(keyOf(atom)) });
}

function isPossible(held: readonly PredicateAtom[], atoms: readonly PredicateAtom[]): boolean {
  return AXIOMS.flatMap((axiom) => instancesOf(axiom, atoms)).every((instance) =>
    instance.kind === 'ENTAILS'
      ? !held.includes(instance.atom) || held.includes(instance.also)
      : !instance.atoms.every((atom) => held.includes(atom)),
  );
}

function* subsets<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let bits = 0; bits < 2 ** all.length; bits += 1)
    yield all.filter((_, i) => (bits >> i) % 2 === 1);
}

function* assignments(attributes: readonly string[]): Generator<Readonly<Record<string, Scalar>>> {
  const [first, ...rest] = attributes;
  if (first === undefined) yield {};
  else
    for (const others of assignments(rest))
      for (const value of VALUES) yield { ...others, [first]: value };
}
