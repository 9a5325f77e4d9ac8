import { expectedRevision, id, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSeen, requireKeeper } from '../guards/seen-issue.ts';
import { answered } from './steps.ts';

const LONGEST_ANSWER = 10_000;

const input = z.strictObject({ issue: id, expectedRevision, answer: text(LONGEST_ANSWER) });

/** Whoever recorded it, or the host team, says why the record stays as it is. */
export const disputeAccuracyIssue: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const issue = await holdSeen(call);
    requireKeeper(issue, call);
    return answered(
      issue,
      {
        move: 'DISPUTE',
        onBehalfOf: 'AGENCY',
        reason: 'Why it stays stands with the issue; both versions are kept.',
        answer: { text: call.input.answer, correctedBy: null, at: call.now },
      },
      call,
    );
  },
};
