import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod, expectedRevision, id, takingFor, text } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireNobody } from '../guards/identifies-nobody.ts';
import { holdOwn, requireLookerOr, TAKING_PART } from '../guards/whose.ts';
import type { ReviewAccess } from '../store/reviews.ts';
import { shown, takeReviewStep } from './steps.ts';

const LONGEST_LEARNING = 20_000;

const input = z.strictObject({
  reviewAccess: id,
  expectedRevision,
  learning: text(LONGEST_LEARNING),
});

/** A review stays online for as long as the partnership chose (STA-6.1b); of an audit no agreement says how long. */
async function onlineFor(
  { kind }: ReviewAccess,
  { transaction, now }: CommandCall<unknown>,
): Promise<{ readonly onlineUntil?: Date }> {
  if (kind === 'AUDIT') return {};
  return { onlineUntil: deadlineAfter(now, await chosenPeriod(transaction, 'REVIEW_ONLINE')) };
}

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
        change: { learning, ...(await onlineFor(review, call)) },
      },
      takingFor(call),
    );
    return shown(call, review.id);
  },
};
