import type { Connection } from '@postern/database';
import type { DisclosureProfile } from '@postern/disclosure-control';
import { NHS_7_5 } from '@postern/disclosure-control';
import type { Month } from '../modules/episode-counts/month.ts';
import {
  addMonths,
  lastClosedMonth,
  monthOf,
  monthsBetween,
} from '../modules/episode-counts/month.ts';
import { publishMonth } from './publish-month.ts';

/** The time, and what may differ from the usual: the profile, and how many months a first build goes back. */
export interface BuildOptions {
  readonly now: Date;
  readonly profile?: DisclosureProfile;
  readonly history?: number;
}

const MONTHS_OF_HISTORY = 24;

/**
 * Publishes every closed month that is not out yet, oldest first, through disclosure control; months that are out stay
 * as they are. `connection` is of role `reporting_builder`. Returns the months published. Throws Fault DATABASE_*.
 */
export async function buildReporting(
  connection: Connection,
  options: BuildOptions,
): Promise<readonly Month[]> {
  const { now, profile = NHS_7_5, history = MONTHS_OF_HISTORY } = options;
  const last = lastClosedMonth(now);
  const first = await firstUnpublished(connection, addMonths(last, 1 - history));
  const published: Month[] = [];
  for (const month of first === null ? [] : monthsBetween(first, last)) {
    if (await publishMonth(connection, { month, profile, now })) published.push(month);
  }
  return published;
}

/** The month after the last published; where none is, the first with an episode, but not before `earliest`. */
async function firstUnpublished(connection: Connection, earliest: Month): Promise<Month | null> {
  const [row] = await connection.run<{ published: string | null; opened: string | null }>({
    text: `select (select max(month) from reporting.published_period) as published,
      (select min(opened_month) from reporting.deidentified_episode) as opened`,
    values: [],
  });
  if (row?.published) return addMonths(monthOf(row.published), 1);
  if (!row?.opened) return null;
  const opened = monthOf(row.opened);
  return opened < earliest ? earliest : opened;
}
