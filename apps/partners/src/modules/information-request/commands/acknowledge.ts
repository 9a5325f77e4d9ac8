import { expectedRevision, id } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdSeen, requireHolder } from '../guards/party.ts';
import { ANSWERING, step } from './steps.ts';

const input = z.strictObject({ request: id, expectedRevision });

/** The agency that was asked says that it has the request. */
export const acknowledgeInformationRequest: Command<z.infer<typeof input>> = {
  roles: ANSWERING,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const request = await holdSeen(call);
    requireHolder(request, call);
    return step(
      request,
      { move: 'ACKNOWLEDGE', onBehalfOf: 'AGENCY', reason: 'The agency has the request.' },
      call,
    );
  },
};
