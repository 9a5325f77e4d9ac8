import { expectedRevision, id, reason } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { hostTeam } from '../../role-holding/store/office-holders.ts';
import { holdSeen, requireKeeper } from '../guards/seen-issue.ts';
import { answered, postDue } from './steps.ts';

const input = z.strictObject({ issue: id, expectedRevision, reason });

/** Whoever recorded it cannot correct it and passes it on. */
export const passAccuracyIssueToHost: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, now } = call;
    const issue = await holdSeen(call);
    requireKeeper(issue, call);
    const { reason: because } = call.input;
    const answer = await answered(
      issue,
      { move: 'SEND_TO_HOST', onBehalfOf: 'AGENCY', reason: because },
      call,
    );
    await postDue(await hostTeam(transaction, now), issue, call);
    return answer;
  },
};
