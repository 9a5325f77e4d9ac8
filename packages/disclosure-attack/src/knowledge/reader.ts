import type { DisclosureProfile, ProtectedCell } from '@postern/disclosure-control';
import { SUPPRESSED } from '@postern/disclosure-control';
import type { Interval } from '../bounds/propagation.ts';
import type { Knowledge, Unknown } from './knowledge.ts';
import type { Published, PublishedCell } from './published.ts';

/**
 * What a reader knows beyond what is published: nothing; which cells hide a small count; the totals as they were
 * before rounding, from another publication; or everything that is not suppressed, unrounded.
 */
export const READERS = ['BLIND', 'KNOWS_WHICH_ARE_SMALL', 'HAS_TOTALS', 'HAS_UNROUNDED'] as const;
export type Reader = (typeof READERS)[number];

/** The strongest of them, against whom every hidden cell has to hold; who has only the totals has less. */
export const PROMISED = ['BLIND', 'KNOWS_WHICH_ARE_SMALL', 'HAS_UNROUNDED'] as const;

/** How far apart the counts are that must be left to that reader of a hidden cell. */
export function promisedTo(reader: Reader, profile: DisclosureProfile): number {
  return reader === 'BLIND' ? profile.suppressUpTo : 1;
}

/** Above every count of a county; a bound where there is none would stop the solver from bringing an example. */
export const ANY_MORE = 100_000;

/** What that reader can reckon with. */
export function asKnownBy(reader: Reader, { cells, relations, profile }: Published): Knowledge {
  return { unknowns: cells.map((cell) => unknownOf(reader, cell, profile)), relations };
}

/** What that reader could reckon with if all was hidden: which cells are small, and how they add up. */
export function withAllHidden(reader: Reader, published: Published): Knowledge {
  const cells = published.cells.map(
    (cell): PublishedCell => (cell.shown === null ? cell : { ...cell, shown: SUPPRESSED }),
  );
  return asKnownBy(reader, { ...published, cells });
}

function unknownOf(reader: Reader, cell: PublishedCell, profile: DisclosureProfile): Unknown {
  const { key, shown, elsewhere } = cell;
  const isToldElsewhere =
    (reader === 'HAS_UNROUNDED' || (reader === 'HAS_TOTALS' && cell.isTotal)) &&
    (shown?.kind === 'VALUE' || shown?.kind === 'LOW');
  if (isToldElsewhere && elsewhere !== null) return { key, low: elsewhere, high: elsewhere };
  if (shown === null || shown.kind === 'UNAVAILABLE' || shown.kind === 'NOT_APPLICABLE')
    return { key, low: 0, high: ANY_MORE };
  if (shown.kind !== 'SUPPRESSED') return { key, ...countsShownAs(shown, profile) };
  return { key, ...countsHiddenFrom(reader, cell, profile) };
}

/** Zeros are rarely hidden: even who knows nothing more is credited with knowing that a hidden count is none. */
function countsHiddenFrom(
  reader: Reader,
  { size }: PublishedCell,
  { suppressUpTo }: DisclosureProfile,
): Interval {
  if (reader !== 'KNOWS_WHICH_ARE_SMALL' || size === null)
    return { low: size === 'SMALL' || size === 'LARGE' ? 1 : 0, high: ANY_MORE };
  if (size === 'ZERO') return { low: 0, high: 0 };
  return size === 'SMALL'
    ? { low: 1, high: suppressUpTo }
    : { low: suppressUpTo + 1, high: ANY_MORE };
}

/** The counts that the profile shows as this number, tried one by one rather than reckoned as the engine does. */
function countsShownAs(
  shown: Extract<ProtectedCell, { kind: 'VALUE' | 'LOW' }>,
  { suppressUpTo, roundTo }: DisclosureProfile,
): Interval {
  const value = shown.kind === 'VALUE' ? shown.value : 0;
  const counts: number[] = [];
  for (let count = Math.max(0, value - roundTo); count <= value + roundTo; count += 1) {
    const isSuppressed = count >= 1 && count <= suppressUpTo;
    const rounded = roundTo * Math.round(count / roundTo);
    const isLow = rounded === 0 && count > 0;
    if (!isSuppressed && rounded === value && isLow === (shown.kind === 'LOW')) counts.push(count);
  }
  const [low, high] = [counts[0], counts.at(-1)];
  // A number that the profile cannot have shown tells nothing that can be relied on.
  if (low === undefined || high === undefined) return { low: 0, high: ANY_MORE };
  return { low, high };
}
