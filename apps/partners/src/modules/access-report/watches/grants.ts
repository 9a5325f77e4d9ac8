import { relatedFamilies } from '@postern/access-facts';
import { isInForce } from '../../agency/store/in-force.ts';
import type { Watch } from '../watch.ts';
import { BEGUN, LIVE_NOW, watch } from '../watch.ts';

const BY_GRANTOR =
  'g.granted_by AS account, NULL::uuid AS other, count(*) AS count, min(g.starts_at) AS first, max(g.starts_at) AS last';
const BY_HOLDER =
  'g.account_id AS account, NULL::uuid AS other, count(*) AS count, min(g.starts_at) AS first, max(g.starts_at) AS last';
const PAIR =
  'g.granted_by AS account, g.account_id AS other, count(*) AS count, min(g.starts_at) AS first, max(g.starts_at) AS last';

/** Each gave the other access, whoever came first and however long before: reported when the later was given. */
const EACH_OTHER = `SELECT least(g.granted_by, g.account_id) AS account, greatest(g.granted_by, g.account_id) AS other,
    count(*) FILTER (WHERE ${BEGUN}) AS count, min(g.starts_at) FILTER (WHERE ${BEGUN}) AS first, max(g.starts_at) FILTER (WHERE ${BEGUN}) AS last
  FROM access_grant g, period WHERE g.granted_by <> g.account_id AND g.starts_at < period.until
  GROUP BY 1, 2 HAVING count(DISTINCT g.granted_by) = 2 AND bool_or(${BEGUN})`;

const of = (kind: string, lookAt: string) => ({ kind, clause: 'SHR-8.3.7i', lookAt });

/** Access that was given in an unusual way, or to whom it need not have been. */
export const GRANT_WATCHES: readonly Watch[] = [
  watch(
    of('SELF_GRANTED', 'Nobody gives access to themselves. End it, and ask how it came about.'),
    `SELECT ${BY_HOLDER} FROM access_grant g, period WHERE g.granted_by = g.account_id AND g.basis <> 'OVERRIDE' AND ${BEGUN} GROUP BY g.account_id`,
  ),
  watch(
    of('GRANTED_TO_EACH_OTHER', 'Ask a third person whether both need what they gave each other.'),
    EACH_OTHER,
  ),
  watch(
    of('GRANTS_WITHIN_ONE_AGENCY', 'Look whether anybody outside the agency was asked.'),
    `SELECT ${BY_GRANTOR} FROM access_grant g JOIN access.account giver ON giver.id = g.granted_by
        JOIN access.account taker ON taker.id = g.account_id, period
      WHERE ${BEGUN} AND g.granted_by <> g.account_id GROUP BY g.granted_by
      HAVING count(*) >= $5 AND bool_and(giver.agency_id = taker.agency_id)`,
    ['WATCH_SAME_PAIR'],
  ),
  watch(
    of('ONE_GRANTOR_FOR_ONE_HOLDER', 'Look whether the two know each other, and who asked.'),
    `SELECT ${PAIR} FROM access_grant g, period WHERE ${BEGUN} AND g.granted_by <> g.account_id
      GROUP BY g.granted_by, g.account_id HAVING count(DISTINCT g.episode_id) >= $5`,
    ['WATCH_SAME_PAIR'],
  ),
  watch(
    of('MANY_GRANTS', 'Compare the day with the teams that were set up on it.'),
    `SELECT account, NULL::uuid AS other, max(count) AS count, min(first) AS first, max(last) AS last
      FROM (SELECT ${BY_GRANTOR} FROM access_grant g, period WHERE ${BEGUN}
        GROUP BY g.granted_by, (g.starts_at AT TIME ZONE 'Europe/London')::date HAVING count(*) > $5) day GROUP BY account`,
    ['WATCH_GRANTS_PER_DAY'],
  ),
  watch(
    of('LONG_GRANTS', 'Ask whether support will last that long, and set an earlier end.'),
    `SELECT ${BY_GRANTOR} FROM access_grant g, period WHERE ${BEGUN}
        AND g.ends_at > g.starts_at + make_interval(days => $5::integer) GROUP BY g.granted_by`,
    ['WATCH_LONG_GRANT'],
  ),
  watch(
    of(
      'GRANTS_TO_AGENCY_WITHOUT_PART',
      'The agency is excluded or not in force. End the grant, and ask why it was given.',
    ),
    `SELECT ${PAIR} FROM access_grant g JOIN access.account a ON a.id = g.account_id
        JOIN access.agency y ON y.id = a.agency_id, period
      WHERE ${LIVE_NOW} AND (NOT ${isInForce('y')}
        OR EXISTS (SELECT 1 FROM access.exclusion x WHERE x.episode_id = g.episode_id AND x.agency_id = a.agency_id
          AND x.scope = 'WHOLE_AGENCY' AND x.starts_at <= period.now AND (x.ends_at IS NULL OR x.ends_at > period.now)))
      GROUP BY g.granted_by, g.account_id`,
  ),
  watch(
    of(
      'GRANTS_ON_CLOSED_EPISODES',
      'Support is over. End the grant unless somebody named a follow-up.',
    ),
    `SELECT ${BY_HOLDER} FROM access_grant g JOIN access.episode e ON e.id = g.episode_id, period
      WHERE ${LIVE_NOW} AND e.status IN ('CLOSED', 'NO_FURTHER_ACTION', 'SIGNPOSTED') GROUP BY g.account_id`,
  ),
  watch(
    of(
      'CONFLICT_WITH_GRANT',
      'They declared a conflict with the family. End the grant and choose somebody else.',
    ),
    `SELECT ${BY_HOLDER} FROM access_grant g JOIN access.episode e ON e.id = g.episode_id
        CROSS JOIN period
      WHERE ${LIVE_NOW} AND e.family_id IN (${relatedFamilies('g.account_id', 'period.now')}) GROUP BY g.account_id`,
  ),
];
