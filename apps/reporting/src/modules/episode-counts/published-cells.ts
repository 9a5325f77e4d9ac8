import type { AgencyKind } from '@postern/access-facts';
import type { Connection } from '@postern/database';
import type { CellRow } from './cell-row.ts';
import type { EpisodeMeasure } from './measure.ts';
import type { Month } from './month.ts';
import { firstDay, monthOf } from './month.ts';

/** The first and the last published month; null while nothing is. */
export interface PublishedSpan {
  readonly first: Month;
  readonly last: Month;
}

export async function readPublishedSpan(connection: Connection): Promise<PublishedSpan | null> {
  const [row] = await connection.run<{ first: string | null; last: string | null }>({
    text: 'select min(month) as first, max(month) as last from reporting.published_period',
    values: [],
  });
  if (!row?.first || !row.last) return null;
  return { first: monthOf(row.first), last: monthOf(row.last) };
}

/** A published cell with its place in the lattice and its month's profile. */
export interface PublishedCell extends CellRow {
  readonly month: string;
  readonly agency_kind: AgencyKind | null;
  readonly measure: EpisodeMeasure;
  readonly profile_name: string;
  readonly profile_version: number;
}

export function readPublishedCells(
  connection: Connection,
  range: { readonly from: Month; readonly to: Month },
): Promise<readonly PublishedCell[]> {
  return connection.run<PublishedCell>({
    text: `select cell.month, cell.agency_kind, cell.measure, cell.value, cell.symbol, period.profile_name, period.profile_version
      from reporting.published_cell as cell join reporting.published_period as period using (month)
      where cell.month between $1::date and $2::date order by cell.month`,
    values: [firstDay(range.from), firstDay(range.to)],
  });
}
