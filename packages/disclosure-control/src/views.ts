import type { LatticeCell } from './lattice.ts';
import { isSmall } from './primary.ts';
import type { Problem } from './problem.ts';
import { at } from './problem.ts';
import type { DisclosureProfile } from './profile.ts';
import type { ProtectedCell } from './protected-cell.ts';
import type { Interval } from './rounding.ts';
import { ANY_COUNT, impliedBy, publish } from './rounding.ts';
import type { Room } from './search.ts';

/**
 * What a reader is taken to know beyond what is published: nothing; which cells are hidden for what they are; or, from
 * elsewhere, every published number as it was before rounding.
 */
export const READERS = ['BLIND', 'KNOWS_WHICH_ARE_SMALL', 'HAS_UNROUNDED'] as const;
export type Reader = (typeof READERS)[number];

/** A problem as one reader meets it: the room of each cell as long as it is shown, and once it is hidden; and how wide the counts possible for a hidden cell must be. */
export interface View {
  readonly shown: Room;
  readonly hidden: Room;
  /** The same with the number that is published in place of each count, and one and the same in place of all small ones. */
  readonly nominal: { readonly shown: Room; readonly hidden: Room };
  readonly required: Float64Array;
}

/** `sensitive` are the cells that are hidden because they would tell of everybody in a line. */
export function viewOf(
  reader: Reader,
  problem: Problem,
  sensitive: ReadonlySet<string>,
  profile: DisclosureProfile,
): View {
  const { cells, counts, nominal } = problem;
  const required = cells.map(({ key }, index) =>
    widthFor(reader, at(counts, index), sensitive.has(key), profile),
  );
  const rooms = (taken: readonly number[]) => roomsOf(reader, { cells, taken, sensitive, profile });
  return { ...rooms(counts), nominal: rooms(nominal), required: Float64Array.from(required) };
}

interface Taken {
  readonly cells: readonly LatticeCell[];
  readonly taken: readonly number[];
  readonly sensitive: ReadonlySet<string>;
  readonly profile: DisclosureProfile;
}

function roomsOf(
  reader: Reader,
  { cells, taken, sensitive, profile }: Taken,
): { readonly shown: Room; readonly hidden: Room } {
  const shown = emptyRoom(cells.length);
  const hidden = emptyRoom(cells.length);
  for (const [index, { key, standing }] of cells.entries()) {
    const count = at(taken, index);
    const read = standing.kind === 'PUBLISHED' ? standing.as : publish(count, profile);
    const isNever = standing.kind === 'NEVER_PUBLISHED';
    setRoom(shown, index, count, isNever ? ANY_COUNT : readAs(reader, count, read, profile));
    setRoom(hidden, index, count, possible(reader, count, sensitive.has(key), profile));
  }
  return { shown, hidden };
}

function readAs(
  reader: Reader,
  count: number,
  read: ProtectedCell,
  profile: DisclosureProfile,
): Interval {
  const isKnown = reader === 'HAS_UNROUNDED' && read.kind !== 'SUPPRESSED';
  return isKnown ? { low: count, high: count } : impliedBy(read, profile);
}

/**
 * Hidden zeros are rare, so even a blind reader is credited with knowing that a hidden count is none. Whoever knows
 * which cells are small knows that all others are not.
 */
function possible(
  reader: Reader,
  count: number,
  isTelling: boolean,
  { suppressUpTo, ...profile }: DisclosureProfile,
): Interval {
  const high = Number.POSITIVE_INFINITY;
  if (reader !== 'KNOWS_WHICH_ARE_SMALL') return { low: Math.min(count, 1), high };
  if (count === 0 && isTelling) return { low: 0, high: suppressUpTo };
  if (count === 0) return { low: 0, high: 0 };
  return isSmall(count, { ...profile, suppressUpTo })
    ? { low: 1, high: suppressUpTo }
    : { low: suppressUpTo + 1, high };
}

function widthFor(
  reader: Reader,
  count: number,
  isTelling: boolean,
  { suppressUpTo }: DisclosureProfile,
): number {
  if (reader === 'BLIND') return Math.max(suppressUpTo, 1);
  // Where one count alone is small, whoever knows that it is knows the count; a zero that is hidden for others tells of nobody.
  if (reader === 'HAS_UNROUNDED') return 1;
  return suppressUpTo === 1 || (count === 0 && !isTelling) ? 0 : 1;
}

function emptyRoom(length: number): Room {
  return { down: new Float64Array(length), up: new Float64Array(length) };
}

function setRoom(room: Room, index: number, count: number, { low, high }: Interval): void {
  room.down[index] = Math.max(0, count - low);
  room.up[index] = Math.max(0, high - count);
}
