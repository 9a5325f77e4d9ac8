import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { CaseChange } from './store/cases.ts';

/** By when a family is to hear what the panel said, and when half of that time is over (SHR-3.7.4). */
export async function feedbackAfter(
  transaction: Statements,
  from: Date,
): Promise<NonNullable<CaseChange['feedback']>> {
  const period = await chosenPeriod(transaction, 'PANEL_FEEDBACK');
  const half = Math.floor(period.value / 2);
  return {
    remindAt: half === 0 ? from : deadlineAfter(from, { ...period, value: half }),
    dueAt: deadlineAfter(from, period),
  };
}
