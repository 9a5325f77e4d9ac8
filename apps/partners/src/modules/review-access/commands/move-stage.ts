import { takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdOwn, requireOther, requirePart, TAKING_PART } from '../guards/whose.ts';
import { REVIEW_STAGES } from '../review-access.table.ts';
import { moveProceedings } from '../store/cases.ts';
import { shown, step, takeReviewStep } from './steps.ts';

const input = z.strictObject({ ...step, stage: z.enum(REVIEW_STAGES) });

/** The business unit moves a review on; its files are read in one stage alone (SOM-8.6, SOM-8.7). */
export const moveReviewStage: Command<z.infer<typeof input>> = {
  roles: TAKING_PART,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal } = call;
    const { stage, reason: because } = call.input;
    const review = await holdOwn(call);
    if (review.kind !== 'REVIEW')
      throw new CommandRefused('STEP_NOT_POSSIBLE', {
        about: [review.state],
        revision: review.revision,
      });
    requirePart(review, 'opens', principal);
    requireOther(review, principal);
    await takeReviewStep(
      review,
      { move: 'MOVE_STAGE', reason: because, change: { stage }, details: { stage } },
      takingFor(call),
    );
    await moveProceedings(transaction, review.id, { state: stage, closedAt: null });
    return shown(call, review.id);
  },
};
