import { expectedRevision, id, takingByService, takingFor, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSeen, requireKeeper } from '../guards/seen-issue.ts';
import { recorderOf } from '../store/issues.ts';
import { postCorrection, step, tellRecipients } from './steps.ts';

const LONGEST_ANSWER = 10_000;

const input = z.strictObject({ issue: id, expectedRevision, answer: text(LONGEST_ANSWER) });

/** Whoever recorded it, or the host team, says that the record was put right; whoever has it from here is told. */
export const correctAccuracyIssue: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const issue = await holdSeen(call);
    requireKeeper(issue, call);
    const corrected = await step(
      issue,
      {
        move: 'CORRECT',
        onBehalfOf: 'AGENCY',
        reason: 'What was put right stands with the issue.',
        answer: { text: call.input.answer, correctedBy: principal.accountId, at: now },
      },
      takingFor(call),
    );
    const source = await recorderOf(transaction, issue, now);
    // A source who has no account here, or is related to the family, is the host's to tell, who then says so.
    if (source?.isHere !== true) return { accuracyIssue: issue.id };
    const told = await step(
      corrected,
      {
        move: 'TELL_SOURCE',
        onBehalfOf: 'SERVICE',
        reason: 'Whoever recorded it is told.',
      },
      takingByService(transaction, now),
    );
    if (source.id !== principal.accountId) await postCorrection(source.id, call);
    await tellRecipients(told, call);
    return { accuracyIssue: issue.id };
  },
};
