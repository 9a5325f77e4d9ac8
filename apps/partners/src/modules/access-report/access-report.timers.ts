import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf } from '@postern/steps';
import { holdsOffice } from '../role-holding/store/office-holders.ts';

const KIND = 'ACCESS_REPORT_READY';
const MONTH = `(date_trunc('month', $1::timestamptz AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London')`;
const OFFICER = holdsOffice('a', {
  roles: `ARRAY['DATA_PROTECTION_OFFICER']`,
  at: '$1::timestamptz',
});

/** At the beginning of every month whoever reads the report is told that the month before can be looked at. */
export const accessReportTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'SHR-8.3.7i',
    due: (statements, now, limit) =>
      statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT a.id AS "subjectId", ${MONTH} AS "dueAt" FROM access.account a
          WHERE ${OFFICER} AND ${unfired(KIND, { subject: 'a.id', dueAt: MONTH })} ORDER BY a.id LIMIT $2`,
        values: [now.toISOString(), limit],
      }),
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const held = await transaction.run({
        text: `SELECT 1 AS found FROM access.account a WHERE a.id = $2 AND ${OFFICER}`,
        values: [now.toISOString(), subjectId],
      });
      if (held.length === 0) throw new NoLongerDue();
      await postNotice(transaction, {
        kind: KIND,
        to: { account: subjectId },
        params: { until: dayOf(dueAt), page: '/access-report' },
        at: now,
      });
    },
  },
];
