import type { Firing, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf, takeStep, takingByService } from '@postern/steps';
import { grantMachine } from './grant.machine.ts';
import type { HeldGrant } from './store/held-grant.ts';
import { holdGrant } from './store/held-grant.ts';

/** The state that a grant is in at `$1`. */
const STATE =
  'access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, $1)';

interface GrantTimer {
  readonly name: string;
  readonly clause: string;
  /** SQL of the moment at which it is due for the grant `held`. */
  readonly dueAt: string;
  /** SQL of which grants it is for, at `$1`. */
  readonly where: string;
  readonly fire: (held: HeldGrant, firing: Firing) => Promise<void>;
  /** How long before its moment the state is asked for: what has ended is recorded as ending from where it stood. */
  readonly before?: number;
}

function timerOf({ name, clause, dueAt, where, fire, before = 0 }: GrantTimer): TimerKind {
  return {
    name,
    clause,
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT held.id AS "subjectId", ${dueAt} AS "dueAt" FROM access.access_grant held
          WHERE ${dueAt} <= $1 AND ${where} AND ${unfired(name, { subject: 'held.id', dueAt })} ORDER BY 2, 1 LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map((row) => ({ subjectId: row.subjectId, dueAt: new Date(row.dueAt) }));
    },
    fire: async (firing) => {
      const { transaction, subjectId, dueAt: due, now } = firing;
      const at = before === 0 ? now : new Date(due.getTime() - before);
      const held = await holdGrant(transaction, subjectId, at);
      const still = await transaction.run({
        text: `SELECT 1 AS still FROM access.access_grant held WHERE held.id = $2 AND ${where}
          AND date_trunc('milliseconds', ${dueAt}) = $3`,
        values: [now.toISOString(), subjectId, due.toISOString()],
      });
      if (still.length === 0) throw new NoLongerDue();
      await fire(held, firing);
    },
  };
}

const days = (figure: string): string =>
  `(SELECT make_interval(days => value) FROM access.figure WHERE name = '${figure}')`;
const ENDS = 'least(held.ends_at, held.confirm_by)';
const WARNING = `(held.ends_at - ${days('GRANT_ENDING_WARNING')})`;
const REVIEW = `(held.confirm_by - ${days('GRANT_REVIEW_WARNING')})`;

const PAGE = '/grants' as const;

/** What happens to a grant because a time has come. */
export const grantTimers: readonly TimerKind[] = [
  timerOf({
    name: 'GRANT_ENDING',
    clause: 'SHR-8.2.1e',
    dueAt: WARNING,
    // What lasts no longer than the warning was given with its end in sight.
    where: `${STATE} = 'EXPIRING' AND held.starts_at < ${WARNING}`,
    fire: async ({ accountId: account, endsAt }, { transaction, now }) => {
      if (endsAt === null) throw new NoLongerDue();
      const params = { on: dayOf(endsAt), page: PAGE };
      await postNotice(transaction, { kind: 'GRANT_ENDING', to: { account }, params, at: now });
    },
  }),
  timerOf({
    name: 'GRANT_REVIEW_DUE',
    clause: 'SHR-8.3.7i',
    dueAt: REVIEW,
    where: `${STATE} IN ('GRANTED', 'EXPIRING') AND (held.ends_at IS NULL OR held.ends_at > held.confirm_by)`,
    fire: async ({ grantedBy: account, confirmBy }, { transaction, now }) => {
      if (confirmBy === null) throw new NoLongerDue();
      const params = { by: dayOf(confirmBy), page: PAGE };
      await postNotice(transaction, { kind: 'GRANT_REVIEW_DUE', to: { account }, params, at: now });
    },
  }),
  timerOf({
    name: 'GRANT_ENDED',
    clause: 'SHR-8.2.1e',
    dueAt: ENDS,
    where: `${STATE} = 'EXPIRED'`,
    before: 1,
    fire: async (held, { transaction, now, dueAt }) => {
      const { accountId: account, agencyId: agency, episodeId: episode } = held;
      await takeStep(
        grantMachine,
        held,
        {
          move: 'EXPIRE',
          onBehalfOf: 'SERVICE',
          reason: 'Its time was over.',
          about: { account, agency, episode },
          details: { at: dueAt.toISOString() },
        },
        takingByService(transaction, now),
      );
      const params = { on: dayOf(dueAt), page: PAGE };
      await postNotice(transaction, { kind: 'GRANT_ENDED', to: { account }, params, at: now });
    },
  }),
];
