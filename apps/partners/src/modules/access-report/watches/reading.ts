import { relatedFamilies } from '@postern/access-facts';
import { startOfDay } from '@postern/steps';
import type { Watch } from '../watch.ts';
import { LIVE_NOW, watch } from '../watch.ts';

const of = (kind: string, lookAt: string) => ({ kind, clause: 'SHR-8.3.7i', lookAt });

/** SQL: the families that whoever draws the report is related to. */
const APART_FROM = `ARRAY(${relatedFamilies('$4', 'period.now')})`;

/** How people read, counted by the ledger; which families it was the ledger does not tell here. */
export const READING_WATCHES: readonly Watch[] = [
  watch(
    of('MANY_FAMILIES', 'Ask what the work of that day was, and see the ledger for what was read.'),
    `SELECT account, NULL::uuid AS other, max(families) AS count, ${startOfDay('min(day)')} AS first, ${startOfDay('max(day)')} AS last
      FROM (SELECT seen.account, seen.day, seen.families, avg(seen.families) OVER (PARTITION BY seen.account ORDER BY seen.day
          ROWS BETWEEN 90 PRECEDING AND 1 PRECEDING) AS usual
        FROM period, ledger.families_seen(period.since - interval '90 days', period.until, ${APART_FROM}) seen) days, period
      WHERE day >= (period.since AT TIME ZONE 'Europe/London')::date AND (families > $5 OR (families >= $6 AND families > usual * $7))
      GROUP BY account`,
    ['WATCH_FAMILIES_PER_DAY', 'WATCH_FEWEST_FAMILIES', 'WATCH_TIMES_OWN_PAST'],
  ),
  watch(
    of(
      'DORMANT_WITH_GRANTS',
      'Ask whether they still work with the family, and end what is not needed.',
    ),
    `SELECT g.account_id AS account, NULL::uuid AS other, count(*) AS count, min(g.starts_at) AS first, max(g.starts_at) AS last
      FROM access_grant g JOIN access.account a ON a.id = g.account_id
        LEFT JOIN ledger.last_seen() seen ON seen.account = g.account_id, period
      WHERE ${LIVE_NOW} AND a.kind = 'PRACTITIONER' AND g.starts_at < period.now - make_interval(days => $5::integer)
        AND (seen.at IS NULL OR seen.at < period.now - make_interval(days => $5::integer)) GROUP BY g.account_id`,
    ['WATCH_DORMANT'],
  ),
  watch(
    of(
      'FAMILIES_OF_OWN_NAME',
      'A name alone says little. Ask whether they are related; whoever is declares it, and somebody else reads.',
    ),
    `SELECT seen.account, NULL::uuid AS other, seen.families AS count, seen.first, seen.last
      FROM period, partners.namesakes_seen(period.since, period.until, ${APART_FROM}) seen`,
  ),
];
