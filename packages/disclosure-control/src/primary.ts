import type { Measurement } from './measurement.ts';
import { countOf } from './measurement.ts';
import type { DisclosureProfile } from './profile.ts';

/** Whether a count is within the range the profile protects. */
export function isSmall(count: number, profile: DisclosureProfile): boolean {
  return count >= 1 && count <= profile.suppressUpTo;
}

/** Whether a cell must be suppressed for what it is: a small count, or one that a single agency made. */
export function needsSuppression(measurement: Measurement, profile: DisclosureProfile): boolean {
  const count = countOf(measurement);
  if (count === null || count === 0) return false;
  return isSmall(count, profile) || isDominated(measurement, profile);
}

function isDominated(measurement: Measurement, profile: DisclosureProfile): boolean {
  return (
    measurement.kind === 'COUNT' &&
    measurement.contributors !== undefined &&
    measurement.contributors < profile.minimumContributors
  );
}
