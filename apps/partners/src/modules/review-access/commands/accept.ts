import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { z } from 'zod';
import { holdOwn, requireOther, requirePart, TAKING_PART } from '../guards/whose.ts';
import { plainStep, stepInput } from './steps.ts';

/** Somebody other than whoever proposed it, or is to look, says that it may be. */
export const acceptReviewAccess: Command<z.infer<typeof stepInput>> = {
  roles: TAKING_PART,
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const { principal } = call;
    const review = await holdOwn(call);
    requirePart(review, 'accepts', principal);
    requireOther(review, principal);
    if (review.proposedBy === principal.accountId) throw new CommandRefused('SECOND_PERSON');
    return plainStep(call, review, 'ACCEPT', { acceptedBy: principal.accountId });
  },
};
