import { requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { AccuracyIssue } from '../store/issues.ts';
import { holdIssue } from '../store/issues.ts';

/** The host team puts right what others cannot (SHR-4.5). */
export const HOST_TEAM = 'BUSINESS_SUPPORT';

/**
 * Holds an issue that the caller may read, as it was when they read it.
 * @throws CommandRefused RECORD_UNKNOWN for one that they may not see, as where there is none; REVISION_PASSED
 */
export async function holdSeen({
  transaction,
  seen,
  input,
}: CommandCall<{
  readonly issue: string;
  readonly expectedRevision: number;
}>): Promise<AccuracyIssue> {
  const issue = await holdIssue(transaction, input.issue);
  const visible = await seen('AccuracyIssue', [issue.id]);
  if (!visible.has(issue.id)) throw new CommandRefused('RECORD_UNKNOWN');
  requireRevision(issue, input.expectedRevision);
  return issue;
}

/** Whoever recorded it puts it right, or the host team does. @throws CommandRefused NOT_YOURS_TO_CORRECT */
export function requireKeeper(
  { recordedBy }: AccuracyIssue,
  { principal }: CommandCall<unknown>,
): void {
  if (principal.accountId !== recordedBy && !principal.roles.includes(HOST_TEAM))
    throw new CommandRefused('NOT_YOURS_TO_CORRECT');
}
