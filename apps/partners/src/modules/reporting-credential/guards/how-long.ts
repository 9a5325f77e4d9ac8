import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';

/** Until when it opens: as long as asked, or as long as it may. @throws CommandRefused ARGUMENT_INVALID */
export async function endOf(transaction: Statements, until: Date | null, now: Date): Promise<Date> {
  const latest = deadlineAfter(now, await chosenPeriod(transaction, 'REPORTING_KEY_LONGEST'));
  if (until === null) return latest;
  if (until <= now || until > latest)
    throw argumentInvalid('until', `a moment to come, until ${latest.toISOString()}`);
  return until;
}
