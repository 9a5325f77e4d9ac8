import type { Condition } from '../conditions/condition.ts';
import type { Place, PolicyTable } from './policy-table.ts';

/** The fields of which the rules of two tables say something else, be it in other words only. */
export function changedPlaces(before: PolicyTable, after: PolicyTable): readonly Place[] {
  return after.places().filter((place) => before.textOn(place) !== after.textOn(place));
}

/**
 * Judges each pair of conditions once, however many fields share them: conditions that take a field's own name are no
 * other field's.
 */
export function oncePerPair(
  judge: (one: Condition, other: Condition, place: Place) => boolean,
): (one: Condition, other: Condition, place: Place) => boolean {
  const judged = new Map<Condition, Map<Condition, boolean>>();
  return (one, other, place) => {
    const ofOne = judged.get(one) ?? new Map<Condition, boolean>();
    judged.set(one, ofOne);
    const verdict = ofOne.get(other) ?? judge(one, other, place);
    ofOne.set(other, verdict);
    return verdict;
  };
}
