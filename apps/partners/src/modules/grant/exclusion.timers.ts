import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { holdEpisode, takingByService } from '@postern/steps';
import { stepGrants } from './step-grants.ts';
import { grantsOfExcluded } from './store/held-grant.ts';

const KIND = 'EXCLUSION_BEGINS';
const CAUSE = 'EXCLUSION_ADDED';

/** An exclusion of a whole agency that was to begin at a moment, and was not called off before it. */
const BEGUN = `excluded.scope = 'WHOLE_AGENCY' AND excluded.starts_at <= $1 AND (excluded.ends_at IS NULL OR excluded.ends_at > excluded.starts_at)`;

/** What was given between the day on which an exclusion was written down and the day on which it begins has to end with it. */
const GIVEN_BEFORE = `EXISTS (SELECT FROM access.access_grant held JOIN access.account worker ON worker.id = held.account_id
  WHERE held.episode_id = excluded.episode_id AND worker.agency_id = excluded.agency_id AND held.basis <> 'OVERRIDE'
    AND held.starts_at < excluded.starts_at
    AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, $1) IN ('GRANTED', 'EXPIRING', 'SUSPENDED'))`;

/** Whom the family keeps out has no grant left to come back to when the exclusion ends (SHR-3.4.4c). */
export const exclusionTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'SHR-3.4.4c',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT excluded.id AS "subjectId", excluded.starts_at AS "dueAt" FROM access.exclusion excluded
          WHERE ${BEGUN} AND ${unfired(KIND, { subject: 'excluded.id', dueAt: 'excluded.starts_at' })} AND ${GIVEN_BEFORE}
          ORDER BY excluded.starts_at, excluded.id LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map((row) => ({ subjectId: row.subjectId, dueAt: new Date(row.dueAt) }));
    },
    fire: async ({ transaction, subjectId, dueAt, now }) => {
      const [on] = await transaction.run<{ episode: string }>({
        text: 'SELECT episode_id AS episode FROM access.exclusion WHERE id = $1',
        values: [subjectId],
      });
      if (on === undefined) throw new NoLongerDue();
      await holdEpisode(transaction, on.episode);
      const [excluded] = await transaction.run<{ episode: string; agency: string }>({
        text: `SELECT episode_id AS episode, agency_id AS agency FROM access.exclusion excluded
          WHERE ${BEGUN} AND excluded.id = $2 AND date_trunc('milliseconds', excluded.starts_at) = $3`,
        values: [now.toISOString(), subjectId, dueAt.toISOString()],
      });
      if (excluded === undefined) throw new NoLongerDue();
      const held = await grantsOfExcluded(transaction, { ...excluded, before: dueAt }, now);
      await stepGrants(takingByService(transaction, now), held, {
        move: 'REVOKE',
        onBehalfOf: 'FAMILY',
        reason: CAUSE,
        details: { cause: CAUSE, from: dueAt.toISOString() },
        change: { revoked: { at: now, cause: CAUSE } },
      });
    },
  },
];
