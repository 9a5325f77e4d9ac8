import { takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import type { z } from 'zod';
import { holdOwn, requireLookerOr, TAKING_PART } from '../guards/whose.ts';
import { endReading, shown, stepInput, takeReviewStep } from './steps.ts';

/** Completes it: whoever looks does, or somebody whose work is not looked at (SHR-8.3.7i). Whoever looked reads nothing any more from the next request on. */
export const completeReviewAccess: Command<z.infer<typeof stepInput>> = {
  roles: TAKING_PART,
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const review = await holdOwn(call);
    requireLookerOr('completes', review, call.principal);
    const taking = takingFor(call);
    await takeReviewStep(review, { move: 'COMPLETE', reason: call.input.reason }, taking);
    await endReading(review, 'COMPLETE', taking);
    return shown(call, review.id);
  },
};
