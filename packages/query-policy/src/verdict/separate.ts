import type { Condition } from '@postern/policy';
import { ALWAYS, and, conditionKey, or } from '@postern/policy';
import { asksOfEpisode } from '../predicates/condition.ts';

/** One way for a condition to hold: what is asked of one episode, and what is asked of the row alone. */
export interface Alternative {
  /** Null where nothing is asked of an episode. */
  readonly ofEpisode: Condition | null;
  readonly ofRow: Condition;
}

/** Whether an episode has to be asked for a condition. */
type Asks = (condition: Condition) => boolean;

/**
 * Writes a condition as alternatives, each of which asks one episode and the row separately:
 * "some episode for which (A or own) and B" is "some episode for which A and B, or own and some episode for which B".
 */
export function separate(condition: Condition, asks: Asks = asksOfEpisode): readonly Alternative[] {
  const merged = new Map<string, Alternative>();
  for (const alternative of alternativesOf(condition, asks)) {
    // Alternatives that ask the same of the row are one: some episode for which either holds.
    const key = `${alternative.ofEpisode === null} ${conditionKey(alternative.ofRow)}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? alternative : either(known, alternative));
  }
  return [...merged.values()];
}

function either(a: Alternative, b: Alternative): Alternative {
  if (a.ofEpisode === null || b.ofEpisode === null) return a;
  return { ofEpisode: or([a.ofEpisode, b.ofEpisode]), ofRow: a.ofRow };
}

function alternativesOf(condition: Condition, asks: Asks): readonly Alternative[] {
  if (!asks(condition)) return [{ ofEpisode: null, ofRow: condition }];
  switch (condition.kind) {
    case 'OR':
      return condition.parts.flatMap((part) => alternativesOf(part, asks));
    case 'AND':
      return condition.parts.map((part) => alternativesOf(part, asks)).reduce(both);
    default:
      return [{ ofEpisode: condition, ofRow: ALWAYS }];
  }
}

function both(left: readonly Alternative[], right: readonly Alternative[]): readonly Alternative[] {
  return left.flatMap((a) =>
    right.map((b) => ({
      ofEpisode: of(a.ofEpisode, b.ofEpisode),
      ofRow: and([a.ofRow, b.ofRow]),
    })),
  );
}

function of(a: Condition | null, b: Condition | null): Condition | null {
  if (a === null || b === null) return a ?? b;
  return and([a, b]);
}
