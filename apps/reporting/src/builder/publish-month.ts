import type { Connection } from '@postern/database';
import type { DisclosureProfile } from '@postern/disclosure-control';
import { rowFromCell } from '../modules/episode-counts/cell-row.ts';
import type { Month } from '../modules/episode-counts/month.ts';
import { addMonths, firstDay } from '../modules/episode-counts/month.ts';
import { measureMonth } from './measured-month.ts';
import type { CellToPublish } from './protect-month.ts';
import { protectMonth } from './protect-month.ts';
import { readPublishedStock } from './published-stock.ts';

/** What is to go out, under which profile, and the time it is marked with. */
export interface Publication {
  readonly month: Month;
  readonly profile: DisclosureProfile;
  readonly now: Date;
}

/** Publishes one month in one transaction; false when it was out already, by this or another builder. */
export function publishMonth(connection: Connection, publication: Publication): Promise<boolean> {
  return connection.transaction(async (transaction) => {
    const { month, profile } = publication;
    if (!(await claim(transaction, publication))) return false;
    const measured = await measureMonth(transaction, month);
    const before = await readPublishedStock(transaction, addMonths(month, -1));
    await insertCells(transaction, month, protectMonth(measured, before, profile));
    return true;
  });
}

/** The row of the period is the claim: a second builder waits for the first, then finds it taken. */
async function claim(
  connection: Connection,
  { month, profile, now }: Publication,
): Promise<boolean> {
  const rows = await connection.run({
    text: `insert into reporting.published_period (month, profile_name, profile_version, published_at)
      values ($1::date, $2, $3::int4, $4::timestamptz) on conflict (month) do nothing returning month`,
    values: [firstDay(month), profile.name, profile.version, now],
  });
  return rows.length === 1;
}

async function insertCells(
  connection: Connection,
  month: Month,
  cells: readonly CellToPublish[],
): Promise<void> {
  const rows = cells.map(({ agencyKind, measure, cell }) => ({
    agency_kind: agencyKind,
    measure,
    ...rowFromCell(cell),
  }));
  await connection.run({
    text: `insert into reporting.published_cell (month, agency_kind, measure, value, symbol)
      select $1::date, given.* from jsonb_to_recordset($2::jsonb)
        as given(agency_kind text, measure text, value integer, symbol text)`,
    values: [firstDay(month), JSON.stringify(rows)],
  });
}
