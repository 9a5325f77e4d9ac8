import type { AnyColumn, SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** The moment of the statement, which only tests and benchmarks set; `p` is the gate's alias in every statement. */
export const NOW: SQL = sql.raw('p.now');
export const TODAY: SQL = sql.raw('p.today');

/** The day that it is in London at a moment, as `civilDay` of `@postern/policy` has it: by it facts are valid. */
export function civilDay(moment: SQL): SQL {
  return sql`(${moment} AT TIME ZONE 'Europe/London')::date`;
}

/** In force from `starts` until just before `ends`; no end means still in force. */
export function liveBetween(starts: AnyColumn, ends: AnyColumn): SQL {
  return sql`(${starts} <= ${NOW} AND (${ends} IS NULL OR ${ends} > ${NOW}))`;
}

/** Not yet happened: null, or later than now. */
export function notYet(moment: AnyColumn): SQL {
  return sql`(${moment} IS NULL OR ${moment} > ${NOW})`;
}

/** Valid on the day, both ends included, and for so many days of grace. */
export function validToday(from: AnyColumn, until: AnyColumn, grace = 0): SQL {
  const last = grace === 0 ? sql`${until}` : sql`${until} + ${sql.raw(String(Math.trunc(grace)))}`;
  return sql`(${from} <= ${TODAY} AND ${last} >= ${TODAY})`;
}

/** Current on the day: from the whole of its first day until just before the day it ends. */
export function currentToday(starts: AnyColumn, ends: AnyColumn): SQL {
  return sql`(${starts} <= ${TODAY} AND (${ends} IS NULL OR ${ends} > ${TODAY}))`;
}
