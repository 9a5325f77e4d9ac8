import type { AgencyKind } from '@postern/access-facts';
import type { Connection } from '@postern/database';
import type { DisclosureProfile } from '@postern/disclosure-control';
import type { LatticeCell } from './lattice.ts';
import { latticeOf } from './lattice.ts';
import type { Month } from './month.ts';
import { monthArgument, rangeOf } from './month-range.ts';
import { profileOf } from './profile-of.ts';
import { readPublishedCells, readPublishedSpan } from './published-cells.ts';

/** Arguments of `Query.episodeCounts` as the executor hands them over; a scalar's text is not yet checked. */
export interface EpisodeCountsArguments {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly agencyKinds?: readonly AgencyKind[] | null;
}

/** Answer of `Query.episodeCounts`. */
export interface EpisodeCounts {
  readonly profile: DisclosureProfile;
  readonly publishedThrough: Month | null;
  readonly cells: readonly LatticeCell[];
}

/** Reads protected cells only; the same question has the same answer for everyone. */
export async function episodeCounts(
  connection: Connection,
  { from, to, agencyKinds = null }: EpisodeCountsArguments,
): Promise<EpisodeCounts> {
  const asked = { from: monthArgument('from', from), to: monthArgument('to', to) };
  const span = await readPublishedSpan(connection);
  const range = rangeOf(asked, span);
  const published = range === null ? [] : await readPublishedCells(connection, range);
  return {
    profile: profileOf(published),
    publishedThrough: span?.last ?? null,
    cells: range === null ? [] : latticeOf(range, agencyKinds, published),
  };
}
