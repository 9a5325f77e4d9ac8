import { postNotice } from '@postern/scheduler';
import type { OnBehalfOf, Taking } from '@postern/steps';
import { dayOf, takeStep, takingByService, takingFor } from '@postern/steps';
import type { Answer, CommandCall } from '@postern/subgraph-kit';
import { unrelated } from '../../conflict/store/related-families.ts';
import type { AccuracyIssueMove } from '../accuracy-issue.machine.ts';
import { accuracyIssueMachine } from '../accuracy-issue.machine.ts';
import type { AccuracyIssue, IssueAnswer } from '../store/issues.ts';
import { stepIssue } from '../store/issues.ts';
import { recipientsOf } from '../store/recipients.ts';

/** One step of an issue, and what is written of it. */
export interface IssueStep {
  readonly move: AccuracyIssueMove;
  readonly onBehalfOf: OnBehalfOf;
  readonly reason: string;
  readonly answer?: IssueAnswer;
}

/** Takes a step of a held issue; what stands afterwards. */
export async function step(
  issue: AccuracyIssue,
  { answer, ...taken }: IssueStep,
  taking: Taking,
): Promise<AccuracyIssue> {
  const { id, episodeId, raisedBy, revision } = issue;
  const about = { episode: episodeId, account: raisedBy };
  const state = await takeStep(accuracyIssueMachine, issue, { ...taken, about }, taking);
  await stepIssue(taking.transaction, id, state, answer);
  return { ...issue, state, revision: revision + 1 };
}

/** A step that the caller takes, as the answer of a command. */
export async function answered(
  issue: AccuracyIssue,
  taken: IssueStep,
  call: CommandCall<unknown>,
): Promise<Answer> {
  await step(issue, taken, takingFor(call));
  return { accuracyIssue: issue.id };
}

/** Tells everybody who was given what was wrong that it is put right; what it is they see where they may. */
export async function tellRecipients(
  issue: AccuracyIssue,
  { transaction, now, principal }: CommandCall<unknown>,
): Promise<void> {
  await step(
    issue,
    {
      move: 'TELL_RECIPIENTS',
      onBehalfOf: 'SERVICE',
      reason: 'Everybody who was given it is told, as the ledger has them.',
    },
    takingByService(transaction, now),
  );
  const told = new Set([issue.raisedBy, ...(await recipientsOf(transaction, issue))]);
  told.delete(principal.accountId);
  if (issue.recordedBy !== null) told.delete(issue.recordedBy);
  for (const account of told) await postCorrection(account, { transaction, now });
}

/** Tells those who are to see to an issue by when; nobody of them who has a relationship with the family (SHR-1.2g). */
export async function postDue(
  accounts: readonly string[],
  { episodeId, dueAt }: Pick<AccuracyIssue, 'dueAt' | 'episodeId'>,
  { transaction, now }: Pick<CommandCall<unknown>, 'now' | 'transaction'>,
): Promise<void> {
  for (const account of await unrelated(transaction, { accounts, episodes: [episodeId] }, now))
    await postNotice(transaction, {
      kind: 'ACCURACY_ISSUE_DUE',
      to: { account },
      params: { by: dayOf(dueAt), page: '/accuracy' },
      at: now,
    });
}

export async function postCorrection(
  account: string,
  { transaction, now }: Pick<CommandCall<unknown>, 'now' | 'transaction'>,
): Promise<void> {
  await postNotice(transaction, {
    kind: 'CORRECTION_MADE',
    to: { account },
    params: { on: dayOf(now), page: '/accuracy' },
    at: now,
  });
}
