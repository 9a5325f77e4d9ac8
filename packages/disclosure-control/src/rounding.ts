import type { DisclosureProfile } from './profile.ts';
import type { ProtectedCell } from './protected-cell.ts';
import { LOW } from './protected-cell.ts';

/** Whole numbers from `low` to `high`, both included; `high` may be Infinity. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const ANY_COUNT: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

/** Rounds a count that needs no suppression, as the profile publishes it. */
export function publish(count: number, profile: DisclosureProfile): ProtectedCell {
  const value = Math.floor(count / profile.roundTo + 0.5) * profile.roundTo;
  return value === 0 && count > 0 ? LOW : { kind: 'VALUE', value };
}

/** The true counts a reader who knows the profile must still reckon with when shown a number, or `low`. */
export function impliedBy(shown: ProtectedCell, profile: DisclosureProfile): Interval {
  if (shown.kind !== 'VALUE' && shown.kind !== 'LOW') return ANY_COUNT;
  const centre = shown.kind === 'VALUE' ? shown.value : 0;
  if (shown.kind === 'VALUE' && centre === 0) return { low: 0, high: 0 };
  return {
    low: Math.max(profile.suppressUpTo + 1, centre - Math.floor(profile.roundTo / 2)),
    high: centre + Math.ceil(profile.roundTo / 2) - 1,
  };
}

/** Whether a count may be told so: hidden, or as a number that stands for it. */
export function mayStandFor(
  shown: ProtectedCell,
  count: number,
  profile: DisclosureProfile,
): boolean {
  const { low, high } = impliedBy(shown, profile);
  return count >= low && count <= high;
}
