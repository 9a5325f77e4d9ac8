import type { Connection } from '@postern/database';
import type { DisclosureProfile } from '@postern/disclosure-control';
import type { Period } from '../calendar/period.ts';
import { startOf } from '../calendar/period.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import { rowFromCell } from '../published/cell-row.ts';
import { digestOf } from '../published/digest.ts';
import type { CellToPublish } from './protect-edition.ts';

/** An edition with every cell of it. */
export interface MadeEdition {
  readonly period: Period;
  readonly cells: readonly CellToPublish[];
}

/** Writes editions with all their cells; one that is out already fails the whole. */
export async function insertEditions(
  transaction: Connection,
  {
    definition,
    profile,
    now,
    made,
  }: {
    readonly definition: IndicatorDefinition;
    readonly profile: DisclosureProfile;
    readonly now: Date;
    readonly made: readonly MadeEdition[];
  },
): Promise<void> {
  const editions = made.map(({ period, cells }) => ({
    grain: period.grain,
    period_start: startOf(period),
    digest: digestOf(cells.map(({ key, cell }) => [key, rowFromCell(cell)] as const)),
  }));
  await transaction.run({
    text: `insert into reporting.edition (indicator, grain, period_start, profile_name, profile_version, definition_version, published_at, digest)
      select $1, given.grain, given.period_start, $2, $3::int4, $4::int4, $5::timestamptz, given.digest
      from jsonb_to_recordset($6::jsonb) as given(grain text, period_start date, digest text)`,
    values: [
      definition.id,
      profile.name,
      profile.version,
      definition.version,
      now,
      JSON.stringify(editions),
    ],
  });
  await transaction.run({
    text: `insert into reporting.cell (indicator, grain, period_start, measure, first_dimension, first_member, second_dimension, second_member, value, symbol)
      select $1, given.* from jsonb_to_recordset($2::jsonb) as given(grain text, period_start date, measure text,
        first_dimension text, first_member text, second_dimension text, second_member text, value numeric, symbol text)`,
    values: [definition.id, JSON.stringify(made.flatMap(rowsOf))],
  });
}

function rowsOf({ period, cells }: MadeEdition): readonly object[] {
  return cells.map(({ measure: name, place, cell }) => ({
    grain: period.grain,
    period_start: startOf(period),
    measure: name,
    first_dimension: place[0]?.dimension ?? null,
    first_member: place[0]?.code ?? null,
    second_dimension: place[1]?.dimension ?? null,
    second_member: place[1]?.code ?? null,
    ...rowFromCell(cell),
  }));
}
