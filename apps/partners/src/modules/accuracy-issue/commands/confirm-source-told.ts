import { expectedRevision, id, reason, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST_TEAM, holdSeen } from '../guards/seen-issue.ts';
import { step, tellRecipients } from './steps.ts';

const input = z.strictObject({ issue: id, expectedRevision, reason });

/** The host team says how a source was told that has no account here; recipients are told with it. */
export const confirmSourceTold: Command<z.infer<typeof input>> = {
  roles: [HOST_TEAM],
  purpose: 'ANY',
  input,
  run: async (call) => {
    const issue = await holdSeen(call);
    const { reason: how } = call.input;
    const told = await step(
      issue,
      { move: 'TELL_SOURCE', onBehalfOf: 'AGENCY', reason: how },
      takingFor(call),
    );
    await tellRecipients(told, call);
    return { accuracyIssue: issue.id };
  },
};
