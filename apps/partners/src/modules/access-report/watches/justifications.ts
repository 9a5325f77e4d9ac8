import type { Watch } from '../watch.ts';
import { watch } from '../watch.ts';

const COUNTED =
  'NULL::uuid AS other, count(*) AS count, min(j.starts_at) AS first, max(j.starts_at) AS last';
const BEGUN = 'j.starts_at >= period.since AND j.starts_at < period.until';
const of = (kind: string, clause: string, lookAt: string) => ({ kind, clause, lookAt });

/** Justifications that nobody needed, that nobody thinks about any more, or that were used when they were not to be. */
export const JUSTIFICATION_WATCHES: readonly Watch[] = [
  watch(
    of(
      'JUSTIFICATIONS_NEVER_USED',
      'SHR-3.3.3a',
      'What is not used was not needed. Ask them to withdraw it.',
    ),
    `SELECT j.account_id AS account, ${COUNTED} FROM justification j, period
      WHERE j.state = 'LIVE' AND j.starts_at < period.until AND j.starts_at < period.now - make_interval(days => $5::integer)
        AND j.expires_at > period.since AND (SELECT used.uses FROM ledger.uses_of(j.id) used) = 0 GROUP BY j.account_id`,
    ['WATCH_UNUSED'],
  ),
  watch(
    of(
      'USED_AFTER_CHALLENGE',
      'SHR-8.3.7i',
      'Something was read on a justification while it was challenged, or after it was struck. Treat it as a breach.',
    ),
    `SELECT j.account_id AS account, NULL::uuid AS other, count(*) AS count, min(used.at) AS first, max(used.at) AS last
      FROM justification j CROSS JOIN period CROSS JOIN LATERAL ledger.used_between(j.id, period.since, period.until) used (at)
      WHERE EXISTS (SELECT FROM partners.access_event doubted WHERE doubted.subject_id = j.id AND doubted.move = 'CHALLENGE')
        AND (SELECT e.move FROM partners.access_event e WHERE e.subject_id = j.id AND e.at < used.at
          AND e.move IN ('CHALLENGE', 'UPHOLD', 'STRIKE') ORDER BY e.position DESC LIMIT 1) IN ('CHALLENGE', 'STRIKE')
      GROUP BY j.account_id`,
  ),
  watch(
    of('RENEWED_AGAIN_AND_AGAIN', 'SHR-3.3.3a', 'Ask what has changed since it was first given.'),
    `SELECT j.account_id AS account, NULL::uuid AS other, max(j.times) AS count, min(j.starts_at) AS first, max(j.starts_at) AS last
      FROM (WITH RECURSIVE line AS (
          SELECT id, account_id, starts_at, 0 AS times FROM justification WHERE renews IS NULL
          UNION ALL SELECT next.id, next.account_id, next.starts_at, line.times + 1
            FROM justification next JOIN line ON next.renews = line.id)
        SELECT * FROM line) j, period
      WHERE j.times >= $5 AND j.starts_at >= period.since AND j.starts_at < period.until GROUP BY j.account_id`,
    ['WATCH_RENEWALS'],
  ),
  watch(
    of('APPROVED_EACH_OTHER', 'SHR-8.3.7i', 'Ask the other approver to look at both.'),
    `SELECT least(j.approved_by, j.account_id) AS account, greatest(j.approved_by, j.account_id) AS other,
        count(*) FILTER (WHERE ${BEGUN}) AS count, min(j.starts_at) FILTER (WHERE ${BEGUN}) AS first, max(j.starts_at) FILTER (WHERE ${BEGUN}) AS last
      FROM justification j, period WHERE j.approved_by <> j.account_id AND j.starts_at < period.until
      GROUP BY 1, 2 HAVING count(DISTINCT j.approved_by) = 2 AND bool_or(${BEGUN})`,
  ),
];
