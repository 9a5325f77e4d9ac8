import type { Condition } from '../conditions/condition.ts';
import { and, not } from '../conditions/simplify.ts';
import { combinationInWords } from '../words/combination-in-words.ts';
import type { Combination } from './solver/combinations.ts';
import { combinationsOf, conditionOf } from './solver/combinations.ts';
import type { Model } from './solver/model.ts';
import { holdsIn, modelOf } from './solver/model.ts';
import { StateSpace } from './solver/state-space.ts';
import { TooLarge } from './solver/too-large.ts';

/** What is decided of one field for one role: by an agreement, by the live rules and by a draft. */
export interface Decided {
  readonly agreed: Condition;
  readonly live: Condition;
  readonly draft: Condition;
}

/** A state that a rule of the agreement speaks of, in which a draft decides otherwise than the agreement. */
export interface BrokenCase {
  readonly outcome: 'granted' | 'denied';
  /** What is so, in English; null where the rules were too large a question. */
  readonly when: readonly string[] | null;
  /** What of the rule's conditions is not so, for a case that the agreement denies. */
  readonly lacking: string | null;
  /** Whether the live rules decide otherwise, too. */
  readonly already: boolean;
}

/**
 * The cases of a rule's condition that a draft breaks. Of every combination that meets the condition: the state in which it is
 * met and as little else as can be, which the agreement grants; and that state with one test come out otherwise, where the
 * agreement denies then.
 */
export function brokenCases(condition: Condition, decided: Decided): readonly BrokenCase[] {
  try {
    const combinations = combinationsOf(condition);
    if (combinations === null) return [UNKNOWN];
    const space = new StateSpace([condition, decided.agreed, decided.live, decided.draft]);
    return combinations.flatMap((combination) => casesOf(space, combination, decided));
  } catch (thrown) {
    if (thrown instanceof TooLarge) return [UNKNOWN];
    throw thrown;
  }
}

const UNKNOWN: BrokenCase = { outcome: 'granted', when: null, lacking: null, already: false };

function casesOf(
  space: StateSpace,
  combination: Combination,
  decided: Decided,
): readonly BrokenCase[] {
  const granted = stateOf(space, and([conditionOf(combination), decided.agreed]));
  if (granted === null) return [];
  const denied = combination.flatMap((literal): BrokenCase[] => {
    const others = combination.filter((one) => one !== literal);
    const otherwise = { ...literal, met: !literal.met };
    const state = stateOf(
      space,
      and([conditionOf(others), conditionOf([otherwise]), not(decided.agreed)]),
      granted,
    );
    if (state === null || !holdsIn(state, decided.draft)) return [];
    const [lacking = null] = combinationInWords([literal]);
    const already = holdsIn(state, decided.live);
    return [{ outcome: 'denied', when: combinationInWords(others), lacking, already }];
  });
  if (holdsIn(granted, decided.draft)) return denied;
  const already = !holdsIn(granted, decided.live);
  const when = combinationInWords(combination);
  return [{ outcome: 'granted', when, lacking: null, already }, ...denied];
}

function stateOf(space: StateSpace, condition: Condition, like?: Model): Model | null {
  return modelOf(space, space.diagrams.and(space.possible, space.nodeOf(condition)), like);
}
