import type { Firing, TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { feedbackAfter } from './feedback-period.ts';
import type { PanelCase } from './store/cases.ts';
import { holdCase, setFeedback } from './store/cases.ts';
import { tellHubs, tellReferrer } from './told.ts';

/** A family that was discussed hears what was said: whoever referred it is reminded, and then the hubs are told (SHR-3.7.4). */
export const panelCaseTimers: readonly TimerKind[] = [
  {
    // Where the episode closed before the panel was done, nobody else asks for it.
    name: 'PANEL_FEEDBACK_ASKED',
    clause: 'SHR-3.7.4',
    due: dueBy('PANEL_FEEDBACK_ASKED', 'feedback_remind_at', 'feedback_due_at IS NULL'),
    fire: async (firing) => {
      const { transaction, dueAt: closedAt } = firing;
      const held = await waiting(firing);
      if (held.feedbackDueAt !== null) throw new NoLongerDue();
      const feedback = await feedbackAfter(transaction, closedAt);
      await setFeedback(transaction, held.id, feedback);
      await tellReferrer({ ...held, feedbackDueAt: feedback.dueAt }, firing);
    },
  },
  {
    name: 'PANEL_FEEDBACK_REMINDER',
    clause: 'SHR-3.7.4',
    due: dueBy('PANEL_FEEDBACK_REMINDER', 'feedback_remind_at'),
    fire: async (firing) => tellReferrer(await waiting(firing), firing),
  },
  {
    name: 'PANEL_FEEDBACK_LATE',
    clause: 'SHR-3.7.4',
    due: dueBy('PANEL_FEEDBACK_LATE', 'feedback_due_at'),
    fire: async (firing) => tellHubs(await waiting(firing), firing),
  },
];

/** What is due by a column of cases of which something holds beside, as SQL of our own making. */
function dueBy(
  kind: string,
  column: 'feedback_due_at' | 'feedback_remind_at',
  where = 'feedback_due_at IS NOT NULL',
): TimerKind['due'] {
  const isUnfired = unfired(kind, { subject: 'referred.id', dueAt: `referred.${column}` });
  return async (statements, now, limit) => {
    const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
      text: `SELECT id AS "subjectId", ${column} AS "dueAt" FROM partners.panel_case referred
        WHERE state = 'FAMILY_FEEDBACK_DUE' AND ${where} AND ${column} <= $1 AND ${isUnfired} ORDER BY ${column} LIMIT $2`,
      values: [now.toISOString(), limit],
    });
    return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
  };
}

async function waiting({ transaction, subjectId }: Firing): Promise<PanelCase> {
  const held = await holdCase(transaction, subjectId);
  if (held.state !== 'FAMILY_FEEDBACK_DUE') throw new NoLongerDue();
  return held;
}
