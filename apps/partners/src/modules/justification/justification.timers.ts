import { civilDay } from '@postern/policy';
import type { Day, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { takeStep, takingByService } from '@postern/steps';
import { aboutOf, detailsOf } from './commands/move.ts';
import { JUSTIFICATION_MACHINE } from './justification.machine.ts';
import { change, holdSet } from './store/justifications.ts';

const KIND = 'JUSTIFICATION_UNDECIDED';

/** What nobody decided in time goes to the deputy, who may decide as well; it is never decided by itself (PN-auto). */
export const justificationTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'PN-auto',
    due: (statements, now, limit) =>
      statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT id AS "subjectId", decide_by AS "dueAt" FROM access.justification j
          WHERE state = 'NEEDS_APPROVAL' AND decide_by <= $1 AND expires_at > $1 AND deputy_id IS NOT NULL
            AND ${unfired(KIND, { subject: 'j.id', dueAt: 'j.decide_by' })}
          ORDER BY decide_by LIMIT $2`,
        values: [now.toISOString(), limit],
      }),
    fire: async ({ transaction, now, subjectId }) => {
      const { one } = await holdSet(transaction, subjectId, now);
      const { deputyId: account } = one;
      if (one.state !== 'NEEDS_APPROVAL' || account === null) throw new NoLongerDue();
      const state = await takeStep(
        JUSTIFICATION_MACHINE,
        one,
        {
          move: 'ESCALATE',
          onBehalfOf: 'SERVICE',
          reason: 'It was not decided in time.',
          about: aboutOf(one),
          details: detailsOf(one),
        },
        takingByService(transaction, now),
      );
      await change(transaction, one.id, { state });
      await postNotice(transaction, {
        kind: 'JUSTIFICATION_TO_DECIDE',
        to: { account },
        // The time that there was is over: by today, then.
        params: { by: civilDay(now) as Day, page: '/justifications' },
        at: now,
      });
    },
  },
];
