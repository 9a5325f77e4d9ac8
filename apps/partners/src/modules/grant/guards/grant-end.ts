import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod } from '@postern/steps';
import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';
import type { GrantableRole } from '../grantable-roles.ts';
import type { StoodInFor } from '../store/stand-ins.ts';

type Asking = Pick<CommandCall<unknown>, 'transaction' | 'now'>;

/** Access ends some time ahead, and no later than the longest that the role is given for. */
export async function endFindings(
  { transaction, now }: Asking,
  endsAt: Date,
  role: GrantableRole | null,
): Promise<readonly Finding[]> {
  if (endsAt <= now) return [finding('endsAt', 'ENDS_IN_THE_PAST', 'a moment still to come')];
  const longest = await chosenPeriod(
    transaction,
    role?.isTask === true ? 'GRANT_LONGEST_FOR_TASK' : 'GRANT_LONGEST',
  );
  const latest = deadlineAfter(now, longest);
  return endsAt <= latest
    ? []
    : [finding('endsAt', 'ENDS_TOO_LATE', `a moment no later than ${latest.toISOString()}`)];
}

/** What stands in for somebody's access ends no later than that does, and is nothing without it (SHR-8.2.1h). */
export function standInFindings(
  endsAt: Date,
  stoodInFor: readonly StoodInFor[],
): readonly Finding[] {
  if (stoodInFor.length === 0)
    return [
      finding('endsAt', 'NOTHING_STOOD_IN_FOR', 'access of a colleague that it stands in for'),
    ];
  if (stoodInFor.some(({ until }) => until === null || endsAt <= until)) return [];
  const latest = new Date(Math.max(...stoodInFor.map(({ until }) => until?.getTime() ?? 0)));
  return [finding('endsAt', 'ENDS_TOO_LATE', `a moment no later than ${latest.toISOString()}`)];
}

/** The day by which somebody has to confirm that the access is still needed. */
export async function nextReview({ transaction, now }: Asking): Promise<Date> {
  return deadlineAfter(now, await chosenPeriod(transaction, 'GRANT_REVIEW'));
}
