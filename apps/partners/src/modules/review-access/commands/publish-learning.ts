import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { expectedRevision, id, text } from '../../../steps/input.ts';
import { takingFor } from '../../../steps/take-step.ts';
import { requireNobody } from '../guards/identifies-nobody.ts';
import { holdOwn, requireLookerOr, TAKING_PART } from '../guards/whose.ts';
import { shown, takeReviewStep } from './steps.ts';

const LONGEST_LEARNING = 20_000;

const input = z.strictObject({
  reviewAccess: id,
  expectedRevision,
  learning: text(LONGEST_LEARNING),
});

/** Publishes what was learned, with nobody in it (SHR-6c). */
export const publishLearning: Command<z.infer<typeof input>> = {
  roles: TAKING_PART,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { learning } = call.input;
    const review = await holdOwn(call);
    requireLookerOr('proposes', review, call.principal);
    requireNobody(learning);
    await takeReviewStep(
      review,
      {
        move: 'PUBLISH_LEARNING',
        reason: 'What was learned stands with the audit or review.',
        change: { learning },
      },
      takingFor(call),
    );
    return shown(call, review.id);
  },
};
