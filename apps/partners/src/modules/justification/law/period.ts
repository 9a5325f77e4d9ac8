import type { Period } from '@postern/lifecycle';
import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod } from '@postern/steps';
import type { Finding, Statements } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';

/** The last moment until which justifications of all these classes may be made now. */
export async function longestUntil(
  statements: Statements,
  classes: readonly string[],
  now: Date,
): Promise<Date> {
  const kinds = new Set(classes.map((each) => each.split(':', 1)[0]));
  const ends: number[] = [];
  for (const kind of kinds) ends.push(end(await chosenPeriod(statements, `JUSTIFICATION_${kind}`)));
  return new Date(Math.min(...ends));

  function end(period: Period): number {
    return deadlineAfter(now, period).getTime();
  }
}

/** What is wrong with the end of a justification. */
export function periodFindings(until: Date, latest: Date, now: Date): readonly Finding[] {
  if (until > now && until <= latest) return [];
  const expected = `after now, and by ${latest.toISOString()} at the latest`;
  return [finding('until', 'UNTIL_TOO_LATE_OR_PAST', expected)];
}
