import type { Edge } from './edge.ts';
import { countOf } from './measurement.ts';
import type { NetworkCell } from './network.ts';
import { isSmall } from './primary.ts';
import type { DisclosureProfile } from './profile.ts';
import type { ProtectedCell } from './protected-cell.ts';
import type { Interval } from './rounding.ts';
import { ANY_COUNT, impliedBy, publish } from './rounding.ts';

/** What a reader is taken to know beyond the published table: nothing, or which cells hide a small count. */
export type Reader = 'BLIND' | 'KNOWS_WHICH_ARE_SMALL';

/** The countable cells as that reader meets them, when exactly the cells of `hidden` show a symbol. */
export function asReadBy(
  reader: Reader,
  cells: readonly NetworkCell[],
  hidden: ReadonlySet<string>,
  profile: DisclosureProfile,
): readonly Edge[] {
  return cells.flatMap((cell) => {
    const count = countOf(cell.measured);
    if (count === null) return [];
    const possible = possibleTo(reader, cell, count, hidden, profile);
    return [{ key: cell.key, from: cell.from, to: cell.to, count, possible }];
  });
}

function possibleTo(
  reader: Reader,
  cell: NetworkCell,
  count: number,
  hidden: ReadonlySet<string>,
  profile: DisclosureProfile,
): Interval {
  if (cell.standing.kind === 'NEVER_PUBLISHED') return ANY_COUNT;
  if (!hidden.has(cell.key)) return impliedBy(shownAs(cell, count, profile), profile);
  if (reader === 'KNOWS_WHICH_ARE_SMALL' && isSmall(count, profile)) {
    return { low: 1, high: profile.suppressUpTo };
  }
  return { low: Math.min(count, 1), high: Number.POSITIVE_INFINITY };
}

/** A stock that is out already is read as it was published, even where it has been revised since. */
function shownAs(cell: NetworkCell, count: number, profile: DisclosureProfile): ProtectedCell {
  return cell.standing.kind === 'PUBLISHED' ? cell.standing.as : publish(count, profile);
}
