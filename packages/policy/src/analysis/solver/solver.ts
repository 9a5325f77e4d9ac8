import type { Condition } from '../../conditions/condition.ts';
import { conditionKey, not } from '../../conditions/simplify.ts';
import { FALSE } from './diagram.ts';
import { OncePerPair } from './once-per-pair.ts';
import type { AttributeKinds } from './state-space.ts';
import { StateSpace } from './state-space.ts';
import { TooLarge } from './too-large.ts';

/** Whether something was shown to be so, shown not to be so, or was too large a question; the last is never a yes. */
export type Answer = 'PROVED' | 'REFUTED' | 'UNKNOWN';

/** A draft changes few rules of many, so most of what is asked of it was asked of the version before. */
const implications = new OncePerPair<Answer>();

/** Whether some state meets the condition. */
export function satisfiability(condition: Condition, kinds?: AttributeKinds): Answer {
  return answered(() => {
    const space = new StateSpace([condition], kinds);
    return space.diagrams.and(space.possible, space.nodeOf(condition)) !== FALSE;
  });
}

/** Whether no state meets a condition, every one does, or it depends. */
export type Truth = 'NEVER' | 'ALWAYS' | 'DEPENDS';

/**
 * What each of some conditions is that have parts in common, such as a condition and all that it is made of. They share
 * the work, and the bound on it; null where that is not enough for all of them.
 */
export function truthsOf(
  conditions: readonly Condition[],
  kinds?: AttributeKinds,
): readonly Truth[] | null {
  try {
    const space = new StateSpace(conditions, kinds);
    const { diagrams, possible } = space;
    return conditions.map((condition) => {
      const node = space.nodeOf(condition);
      if (diagrams.and(possible, node) === FALSE) return 'NEVER';
      return diagrams.implies(possible, node) ? 'ALWAYS' : 'DEPENDS';
    });
  } catch (thrown) {
    if (thrown instanceof TooLarge) return null;
    throw thrown;
  }
}

/** Whether every state that meets `one` meets `other`. */
export function implication(one: Condition, other: Condition, kinds?: AttributeKinds): Answer {
  if (one.kind === 'NEVER' || other.kind === 'ALWAYS' || conditionKey(one) === conditionKey(other))
    return 'PROVED';
  if (kinds !== undefined) return implicationAnew(one, other, kinds);
  return implications.of(conditionKey(one), conditionKey(other), () => implicationAnew(one, other));
}

function implicationAnew(one: Condition, other: Condition, kinds?: AttributeKinds): Answer {
  return answered(() => {
    const space = new StateSpace([one, other], kinds);
    const { diagrams } = space;
    return diagrams.implies(diagrams.and(space.possible, space.nodeOf(one)), space.nodeOf(other));
  });
}

/** Whether the same states meet both. */
export function equivalence(one: Condition, other: Condition, kinds?: AttributeKinds): Answer {
  if (conditionKey(one) === conditionKey(other)) return 'PROVED';
  return answered(() => {
    const space = new StateSpace([one, other], kinds);
    const { diagrams } = space;
    const met = [one, other].map((each) => diagrams.and(space.possible, space.nodeOf(each)));
    return met[0] === met[1];
  });
}

/** Whether it is proved that some state meets the condition. */
export function isSatisfiable(condition: Condition, kinds?: AttributeKinds): boolean {
  return satisfiability(condition, kinds) === 'PROVED';
}

/** Whether it is proved that every state meets the condition. */
export function isTautology(condition: Condition, kinds?: AttributeKinds): boolean {
  return satisfiability(not(condition), kinds) === 'REFUTED';
}

/** Whether it is proved that every state that meets `one` meets `other`. */
export function implies(one: Condition, other: Condition, kinds?: AttributeKinds): boolean {
  return implication(one, other, kinds) === 'PROVED';
}

/** Whether it is proved that the same states meet both. */
export function equivalent(one: Condition, other: Condition, kinds?: AttributeKinds): boolean {
  return equivalence(one, other, kinds) === 'PROVED';
}

function answered(ask: () => boolean): Answer {
  try {
    return ask() ? 'PROVED' : 'REFUTED';
  } catch (thrown) {
    if (thrown instanceof TooLarge) return 'UNKNOWN';
    throw thrown;
  }
}
