import type { Connection } from '@postern/database';
import { GRAINS } from '../calendar/grain.ts';
import type { Month } from '../calendar/month.ts';
import { addMonths, lastClosedMonth, monthOf } from '../calendar/month.ts';
import type { Period } from '../calendar/period.ts';
import { periodOf, periodsWithin } from '../calendar/period.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import { readMembers } from '../published/members-of-county.ts';
import { publishIndicator } from './publish-indicator.ts';

/** The time, and what may differ from the usual: what is published, and how many months a first build goes back. */
export interface BuildOptions {
  readonly now: Date;
  readonly indicators?: readonly IndicatorDefinition[];
  readonly history?: number;
}

const MONTHS_OF_HISTORY = 24;

/**
 * Publishes every closed month, quarter and year of every indicator that is not out yet, oldest first, through disclosure control; what
 * is out stays as it is. `connection` is of role `reporting_builder`. Returns the editions published, as `EPISODES/MONTH/2026-05-01`.
 * @throws Fault DATABASE_*
 */
export async function buildReporting(
  connection: Connection,
  { now, indicators = CATALOGUE, history = MONTHS_OF_HISTORY }: BuildOptions,
): Promise<readonly string[]> {
  const last = lastClosedMonth(now);
  const out = await readSeries(connection);
  const published: string[] = [];
  for (const definition of indicators) {
    const first =
      out.get(`${definition.id}/MONTH`)?.first ??
      (await firstMonth(connection, addMonths(last, 1 - history)));
    const due = first === null ? [] : duePeriods(definition, { first, last }, out);
    if (due.length === 0) continue;
    const members = await readMembers(connection);
    published.push(...(await publishIndicator(connection, { definition, due, members, now })));
  }
  return published;
}

/** The first month with an episode, but not before `earliest`; null while there is none. */
async function firstMonth(connection: Connection, earliest: Month): Promise<Month | null> {
  const [row] = await connection.run<{ opened: string | null }>({
    text: 'select first_month::text as opened from reporting.deidentified_beginning',
    values: [],
  });
  if (!row?.opened) return null;
  const opened = monthOf(row.opened);
  return opened < earliest ? earliest : opened;
}

/** The first months of the first and the last period that is out. */
interface Series {
  readonly first: Month;
  readonly last: Month;
}

/** What is out, by indicator and grain. */
async function readSeries(connection: Connection): Promise<ReadonlyMap<string, Series>> {
  const rows = await connection.run<{ series: string; first: string; last: string }>({
    text: `select indicator || '/' || grain as series, min(period_start)::text as first, max(period_start)::text as last
      from reporting.edition group by indicator, grain`,
    values: [],
  });
  return new Map(
    rows.map(({ series, first, last }) => [series, { first: monthOf(first), last: monthOf(last) }]),
  );
}

/** What is due, by the day it ended, months before the quarter and quarters before the year that they make. */
function duePeriods(
  { id }: IndicatorDefinition,
  { first, last }: { readonly first: Month; readonly last: Month },
  out: ReadonlyMap<string, Series>,
): readonly Period[] {
  return GRAINS.flatMap((grain) => {
    const latest = out.get(`${id}/${grain}`)?.last;
    const from = latest === undefined ? first : addMonths(periodOf(grain, latest).last, 1);
    return periodsWithin(grain, from, last);
  }).toSorted((a, b) =>
    a.last === b.last
      ? GRAINS.indexOf(a.grain) - GRAINS.indexOf(b.grain)
      : a.last < b.last
        ? -1
        : 1,
  );
}
