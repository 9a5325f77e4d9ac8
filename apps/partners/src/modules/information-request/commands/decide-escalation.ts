import { expectedRevision, id, reason } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSeen, requireNeither } from '../guards/party.ts';
import { DECIDING, step } from './steps.ts';

const input = z.strictObject({
  request: id,
  expectedRevision,
  decision: z.enum(['OVERTURNED', 'CONFIRMED']),
  reason,
});

/** Somebody who neither asked nor answered says whether the answer stands. */
export const decideEscalation: Command<z.infer<typeof input>> = {
  roles: DECIDING,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const request = await holdSeen(call);
    requireNeither(request, call);
    const { decision, reason: because } = call.input;
    const move = decision === 'OVERTURNED' ? 'OVERTURN' : 'CONFIRM';
    return step(request, { move, onBehalfOf: 'SELF', reason: because }, call);
  },
};
