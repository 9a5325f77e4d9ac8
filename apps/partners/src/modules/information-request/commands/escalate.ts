import { expectedRevision, id, reason } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSeen, requireAsking } from '../guards/party.ts';
import { CASEWORKERS, step } from './steps.ts';

const input = z.strictObject({ request: id, expectedRevision, reason });

/** The agency that asked takes a refusal, or no answer, further. */
export const escalateInformationRequest: Command<z.infer<typeof input>> = {
  roles: CASEWORKERS,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const request = await holdSeen(call);
    requireAsking(request, call);
    const { reason: because } = call.input;
    return step(request, { move: 'ESCALATE', onBehalfOf: 'AGENCY', reason: because }, call);
  },
};
