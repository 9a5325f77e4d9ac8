import type { Role } from '@postern/agreements';
import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { chosenPeriod, dayOf } from '@postern/steps';
import { ASSIGNERS } from './assigners.ts';
import { holdRole } from './store/holdings.ts';
import { officeHolders } from './store/office-holders.ts';

const KIND = 'ROLE_REVIEW_DUE';

/** A role that comes up for review: those who may confirm it are told, and without them it lapses. */
export const roleHoldingTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'SHR-8.3.8f',
    due: async (statements, now, limit) => {
      const { value } = await chosenPeriod(statements, 'ROLE_LAPSE');
      return statements.run({
        text: `SELECT holding.id AS "subjectId", holding.confirmed_until - make_interval(days => $3) AS "dueAt"
          FROM access.role_holding holding WHERE holding.confirmed_until > $1::timestamptz
            AND holding.confirmed_until - make_interval(days => $3) <= $1::timestamptz
            AND (holding.ends_at IS NULL OR holding.ends_at > $1::timestamptz)
            AND ${unfired(KIND, { subject: 'holding.id', dueAt: 'holding.confirmed_until - make_interval(days => $3)' })}
          ORDER BY 2 LIMIT $2`,
        values: [now.toISOString(), limit, value],
      });
    },
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const holding = await holdRole(transaction, subjectId, now);
      if (holding.state !== 'HELD') throw new NoLongerDue();
      const { value } = await chosenPeriod(transaction, 'ROLE_LAPSE');
      const [until] = await transaction.run<{ at: Date }>({
        text: `SELECT confirmed_until AS at FROM access.role_holding WHERE id = $1
          AND date_trunc('milliseconds', confirmed_until - make_interval(days => $2)) = $3`,
        values: [subjectId, value, dueAt.toISOString()],
      });
      if (until === undefined) throw new NoLongerDue();
      const roles = ASSIGNERS[holding.role as Role]?.by ?? [];
      const assigners = await officeHolders(transaction, { roles }, now);
      // Nobody confirms their own.
      for (const account of assigners.filter((each) => each !== holding.accountId))
        await postNotice(transaction, {
          kind: KIND,
          to: { account },
          params: { by: dayOf(until.at), page: '/reviews' },
          at: now,
        });
    },
  },
];
