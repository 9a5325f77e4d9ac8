import type { PredicateAtom } from '../predicates/predicate.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import type { Condition } from './condition.ts';
import { atomsOf } from './substitute.ts';

/** Whether a predicate asks for an episode. A justification is tied to the one it was given in, although it speaks about the row’s person. */
export function needsEpisode(atom: PredicateAtom): boolean {
  return (
    PREDICATES[atom.predicate].scope === 'EPISODE' || atom.predicate === 'justification.covers'
  );
}

/** How many alternatives a condition comes to at most, each of which asks one episode and the row separately, and how many single tests stand in them. */
export interface Size {
  readonly ways: number;
  readonly tests: number;
}

/** The sizes of what always holds and of what never does. */
export const NOTHING_ASKED: Size = { ways: 1, tests: 0 };
export const NOTHING_OFFERED: Size = { ways: 0, tests: 0 };

/** The size of either of two conditions. */
export function either(one: Size, other: Size): Size {
  return { ways: one.ways + other.ways, tests: one.tests + other.tests };
}

/** The size of both: each alternative of the one beside each of the other, with the tests of both. */
export function both(one: Size, other: Size): Size {
  return {
    ways: one.ways * other.ways,
    tests: one.tests * other.ways + other.tests * one.ways,
  };
}

export function sizeOf(condition: Condition): Size {
  if (!atomsOf(condition).some(needsEpisode)) return { ways: 1, tests: testsIn(condition) };
  switch (condition.kind) {
    case 'OR':
      return condition.parts.map(sizeOf).reduce(either, NOTHING_OFFERED);
    case 'AND':
      return condition.parts.map(sizeOf).reduce(both, NOTHING_ASKED);
    default:
      return { ways: 1, tests: 1 };
  }
}

export function waysOf(condition: Condition): number {
  return sizeOf(condition).ways;
}

function testsIn(condition: Condition): number {
  if (condition.kind === 'NOT') return testsIn(condition.part);
  if (condition.kind !== 'AND' && condition.kind !== 'OR') return 1;
  return condition.parts.reduce((sum, part) => sum + testsIn(part), 0);
}
