import type { Edge } from './edge.ts';
import { feasibleInterval } from './feasible-interval.ts';
import type { NetworkCell } from './network.ts';
import { isSmall } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';
import { asReadBy } from './readers.ts';
import type { Interval } from './rounding.ts';

/**
 * The first suppressed cell, by key, that a reader could narrow down too far; null when all hold. A blind reader must
 * be left with an interval wider than the protected range; one who is told which cells hide small counts must be
 * left with two counts or more for each of them.
 */
export function firstExposed(
  cells: readonly NetworkCell[],
  hidden: ReadonlySet<string>,
  profile: DisclosureProfile,
): Edge | null {
  const blind = asReadBy('BLIND', cells, hidden, profile);
  const knowing = asReadBy('KNOWS_WHICH_ARE_SMALL', cells, hidden, profile);
  const span = (interval: Interval) => interval.high - interval.low;
  const narrowForBlind = (edge: Edge) => span(feasibleInterval(edge, blind)) < profile.suppressUpTo;
  const narrowForKnowing = (edge: Edge) =>
    isSmall(edge.count, profile) && span(feasibleInterval(edge, knowing)) < 1;
  return (
    blind.find((edge) => hidden.has(edge.key) && narrowForBlind(edge)) ??
    knowing.find((edge) => hidden.has(edge.key) && narrowForKnowing(edge)) ??
    null
  );
}
