import type { Firing, TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import type { PanelCase } from './store/cases.ts';
import { holdCase } from './store/cases.ts';
import { tellHubs, tellReferrer } from './told.ts';

/** A family that was discussed hears what was said: whoever referred it is reminded, and then the hubs are told (SHR-3.7.4). */
export const panelCaseTimers: readonly TimerKind[] = [
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

function dueBy(kind: string, column: 'feedback_due_at' | 'feedback_remind_at'): TimerKind['due'] {
  const isUnfired = unfired(kind, { subject: 'referred.id', dueAt: `referred.${column}` });
  return async (statements, now, limit) => {
    const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
      text: `SELECT id AS "subjectId", ${column} AS "dueAt" FROM partners.panel_case referred
        WHERE state = 'FAMILY_FEEDBACK_DUE' AND ${column} <= $1 AND ${isUnfired} ORDER BY ${column} LIMIT $2`,
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
