import type { AgencyKind } from '@postern/access-facts';
import { AGENCY_KINDS } from '@postern/access-facts';
import type { Connection } from '@postern/database';
import type { Measurement } from '@postern/disclosure-control';
import type { Month } from '../modules/episode-counts/month.ts';
import { firstDay } from '../modules/episode-counts/month.ts';

/** Distinct families of one month by what happened to their episodes, unprotected: never stored, never logged. */
export interface MeasuredMovement {
  readonly openAtStart: Measurement;
  readonly opened: Measurement;
  readonly closed: Measurement;
  readonly openAtEnd: Measurement;
}

/** By agency kind; null is all agencies, each family once. */
export type MeasuredMonth = ReadonlyMap<AgencyKind | null, MeasuredMovement>;

interface Row {
  readonly agency_kind: AgencyKind | null;
  readonly measure: keyof MeasuredMovement;
  readonly families: number;
  readonly agencies: number;
}

const COUNT_FAMILIES = `
with episode as materialized (select * from reporting.deidentified_episode),
counted as (
  select 'opened' as measure, episode.* from episode where opened_month = $1::date
  union all
  select 'closed', episode.* from episode where closed_month = $1::date
  union all
  select 'openAtStart', episode.* from episode
  where opened_month < $1::date and (closed_month is null or closed_month >= $1::date)
  union all
  select 'openAtEnd', episode.* from episode
  where opened_month <= $1::date and (closed_month is null or closed_month > $1::date)
)
select measure, agency_kind, count(distinct family_key)::int4 as families, count(distinct agency_key)::int4 as agencies
from counted group by grouping sets ((measure), (measure, agency_kind))`;

/** Counts one month for the whole lattice: kinds without an episode count zero. */
export async function measureMonth(connection: Connection, month: Month): Promise<MeasuredMonth> {
  const rows = await connection.run<Row>({ text: COUNT_FAMILIES, values: [firstDay(month)] });
  return new Map([...AGENCY_KINDS, null].map((kind) => [kind, movementOf(rows, kind)]));
}

function movementOf(rows: readonly Row[], kind: AgencyKind | null): MeasuredMovement {
  const count = (measure: keyof MeasuredMovement): Measurement => {
    const row = rows.find((one) => one.agency_kind === kind && one.measure === measure);
    return { kind: 'COUNT', count: row?.families ?? 0, contributors: row?.agencies ?? 0 };
  };
  return {
    openAtStart: count('openAtStart'),
    opened: count('opened'),
    closed: count('closed'),
    openAtEnd: count('openAtEnd'),
  };
}
