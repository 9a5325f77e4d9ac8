import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { takingByService } from '@postern/steps';
import { sendAgendaOf } from './commands/steps.ts';
import { holdMeeting } from './store/meetings.ts';

const KIND = 'MEETING_AGENDA_DUE';

/** An agenda that nobody sent in time goes out by itself (SHR-3.7.6a). */
export const agencyMeetingTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'SHR-3.7.6a',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT id AS "subjectId", agenda_due_at AS "dueAt" FROM partners.agency_meeting meeting
          WHERE state = 'PLANNED' AND agenda_due_at <= $1 AND ${unfired(KIND, { subject: 'meeting.id', dueAt: 'meeting.agenda_due_at' })}
          ORDER BY agenda_due_at LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
    },
    fire: async ({ transaction, now, subjectId }) => {
      const meeting = await holdMeeting(transaction, subjectId);
      if (meeting.state !== 'PLANNED') throw new NoLongerDue();
      await sendAgendaOf(meeting, 'The day for it has come.', takingByService(transaction, now));
    },
  },
];
