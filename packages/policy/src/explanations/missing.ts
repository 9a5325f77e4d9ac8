import type { Condition } from '../conditions/condition.ts';
import { conditionKey } from '../conditions/simplify.ts';
import type { Leaf, Outcomes } from './leaf.ts';
import { whoCan } from './who-can.ts';

/** Every leaf of a condition, each once, in the order of its text. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  return distinct(leaves(condition, true));
}

function leaves(condition: Condition, wanted: boolean): readonly Leaf[] {
  switch (condition.kind) {
    case 'HOLDS':
    case 'COMPARE':
      return [{ test: condition, wanted }];
    case 'NOT':
      return leaves(condition.part, !wanted);
    case 'AND':
    case 'OR':
      return condition.parts.flatMap((part) => leaves(part, wanted));
    default:
      return [];
  }
}

/** Whether a condition holds on a path. */
export function holdsOn(condition: Condition, outcomes: Outcomes): boolean {
  switch (condition.kind) {
    case 'ALWAYS':
      return true;
    case 'NEVER':
      return false;
    case 'HOLDS':
    case 'COMPARE':
      return outcomes(condition);
    case 'AND':
      return condition.parts.every((part) => holdsOn(part, outcomes));
    case 'OR':
      return condition.parts.some((part) => holdsOn(part, outcomes));
    case 'NOT':
      return !holdsOn(condition.part, outcomes);
  }
}

/**
 * What is missing for a condition to hold on a path: of its alternatives the one with the fewest unmet leaves, those that
 * nobody can bring about counting most. Brought about, the condition holds. Empty where it holds; null where nothing would
 * make it hold.
 */
export function missingFor(condition: Condition, outcomes: Outcomes): readonly Leaf[] | null {
  if (holdsOn(condition, outcomes)) return [];
  const [nearest] = waysOf(condition, true, outcomes);
  return nearest === undefined ? null : unmet(nearest, outcomes);
}

/** Leaves that together make a condition hold, by test: no two of them want the opposite. */
type Way = ReadonlyMap<string, Leaf>;

/** Alternatives multiply; what is further away than these is not looked at. */
const MOST_WAYS = 64;

/** The nearest ways for a condition to be as wanted, the nearest first. */
function waysOf(condition: Condition, wanted: boolean, outcomes: Outcomes): readonly Way[] {
  switch (condition.kind) {
    case 'ALWAYS':
    case 'NEVER':
      return (condition.kind === 'ALWAYS') === wanted ? [new Map()] : [];
    case 'HOLDS':
    case 'COMPARE':
      return [new Map([[conditionKey(condition), { test: condition, wanted }]])];
    case 'NOT':
      return waysOf(condition.part, !wanted, outcomes);
    case 'AND':
    case 'OR': {
      const parts = condition.parts.map((part) => waysOf(part, wanted, outcomes));
      return (condition.kind === 'AND') === wanted
        ? parts.reduce<readonly Way[]>(
            (left, right) =>
              nearestOf(
                left.flatMap((way) => right.flatMap(both(way))),
                outcomes,
              ),
            [new Map()],
          )
        : nearestOf(parts.flat(), outcomes);
    }
  }
}

function both(one: Way): (other: Way) => readonly Way[] {
  return (other) =>
    [...other].some(([key, { wanted }]) => (one.get(key)?.wanted ?? wanted) !== wanted)
      ? []
      : [new Map([...one, ...other])];
}

function nearestOf(ways: readonly Way[], outcomes: Outcomes): readonly Way[] {
  return ways
    .map((way) => ({ way, far: distance(unmet(way, outcomes)) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_WAYS)
    .map(({ way }) => way);
}

function unmet(way: Way, outcomes: Outcomes): readonly Leaf[] {
  return [...way.values()].filter(({ test, wanted }) => outcomes(test) !== wanted);
}

const OUT_OF_REACH = 1000;

/** How far it is to what is missing. */
export function distance(missing: readonly Leaf[]): number {
  return missing.reduce((sum, { test }) => sum + (whoCan(test) === null ? OUT_OF_REACH : 1), 0);
}

function distinct(found: readonly Leaf[]): readonly Leaf[] {
  return [
    ...new Map(found.map((leaf) => [`${leaf.wanted} ${conditionKey(leaf.test)}`, leaf])).values(),
  ];
}
