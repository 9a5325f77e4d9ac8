import type { AgencyKind } from '@postern/access-facts';
import type { Connection } from '@postern/database';
import type { CellSymbol, ProtectedCell } from '@postern/disclosure-control';
import { cellFromRow } from '../modules/episode-counts/cell-row.ts';
import type { Month } from '../modules/episode-counts/month.ts';
import { firstDay } from '../modules/episode-counts/month.ts';
import type { PublishedStock } from './protect-month.ts';

interface Row {
  readonly agency_kind: AgencyKind | null;
  readonly value: number | null;
  readonly symbol: CellSymbol | null;
}

/** What a month showed as open at its end; empty when it was not published. */
export async function readPublishedStock(
  connection: Connection,
  month: Month,
): Promise<PublishedStock> {
  const rows = await connection.run<Row>({
    text: "select agency_kind, value, symbol from reporting.published_cell where month = $1::date and measure = 'OPEN_AT_END'",
    values: [firstDay(month)],
  });
  return new Map(
    rows.map((row): [AgencyKind | null, ProtectedCell] => [row.agency_kind, cellFromRow(row)]),
  );
}
