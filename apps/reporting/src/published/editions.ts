import type { Connection } from '@postern/database';
import type { Grain } from '../calendar/grain.ts';
import type { IndicatorId } from '../catalogue/indicator.ts';

/** What went out, when, and under which profile. */
export interface Edition {
  readonly indicator: IndicatorId;
  readonly grain: Grain;
  /** The first day of the period. */
  readonly periodStart: string;
  readonly profileName: string;
  readonly profileVersion: number;
  readonly definitionVersion: number;
  readonly publishedAt: Date;
  readonly digest: string;
}

/** Which editions; what is left out is not narrowed. */
export interface EditionsWanted {
  readonly indicator?: IndicatorId;
  readonly grain?: Grain;
  /** First days of the first and the last period. */
  readonly from?: string;
  readonly to?: string;
}

const COLUMNS = `indicator, grain, period_start::text as "periodStart", profile_name as "profileName",
  profile_version as "profileVersion", definition_version as "definitionVersion", published_at as "publishedAt", digest`;

/** Editions by period, then indicator, then grain. */
export function readEditions(
  connection: Pick<Connection, 'run'>,
  { indicator, grain, from, to }: EditionsWanted,
): Promise<readonly Edition[]> {
  return connection.run<Edition>({
    text: `select ${COLUMNS} from reporting.edition
      where ($1::text is null or indicator = $1) and ($2::text is null or grain = $2)
        and ($3::date is null or period_start >= $3::date) and ($4::date is null or period_start <= $4::date)
      order by period_start, indicator, grain`,
    values: [indicator ?? null, grain ?? null, from ?? null, to ?? null],
  });
}

/** First days of the first and the last period that is out; null while nothing is. */
export async function readSpan(
  connection: Pick<Connection, 'run'>,
  indicator: IndicatorId | null,
  grain: Grain,
): Promise<{ readonly first: string; readonly last: string } | null> {
  const [row] = await connection.run<{ first: string | null; last: string | null }>({
    text: `select min(period_start)::text as first, max(period_start)::text as last from reporting.edition
      where ($1::text is null or indicator = $1) and grain = $2`,
    values: [indicator, grain],
  });
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}
