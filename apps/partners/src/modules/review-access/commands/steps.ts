import type { Answer, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { expectedRevision, id, reason } from '../../../steps/input.ts';
import type { Taking } from '../../../steps/take-step.ts';
import { takeStep, takingFor } from '../../../steps/take-step.ts';
import { stepGrant } from '../../grant/commands/grant-step.ts';
import { holdGrant } from '../../grant/store/held-grant.ts';
import type { ReviewAccessMove } from '../review-access.machine.ts';
import { reviewAccessMachine } from '../review-access.machine.ts';
import { casesOf, episodesOf, moveProceedings } from '../store/cases.ts';
import type { ReviewAccess, ReviewChange } from '../store/reviews.ts';
import { holdReview, stepReview } from '../store/reviews.ts';

/** What every step is given. */
export const step = { reviewAccess: id, expectedRevision, reason };
export const stepInput = z.strictObject(step);

/** Takes a step and writes what it changes. */
export async function takeReviewStep(
  review: ReviewAccess,
  {
    move,
    reason: because,
    change,
    details,
  }: {
    readonly move: ReviewAccessMove;
    readonly reason: string;
    readonly change?: ReviewChange;
    readonly details?: Readonly<Record<string, string>>;
  },
  taking: Taking,
): Promise<void> {
  const next = await takeStep(
    reviewAccessMachine,
    review,
    {
      move,
      reason: because,
      onBehalfOf: taking.actor.accountId === null ? 'SERVICE' : 'AGENCY',
      about: { account: review.accountId },
      details: { kind: review.kind, ...details },
    },
    taking,
  );
  await stepReview(taking.transaction, review.id, next, change);
}

/** Ends what was opened: the proceedings are over and the grants gone, in the same transaction (SHR-6b). */
export async function endReading(
  review: ReviewAccess,
  { state, isOver }: { readonly state: 'COMPLETE' | 'EXPIRED'; readonly isOver: boolean },
  taking: Taking,
): Promise<void> {
  const { transaction, actor } = taking;
  await moveProceedings(transaction, review.id, { state, closedAt: actor.at });
  // What ended with its day has ended by itself.
  if (isOver) return;
  for (const { grantId } of await casesOf(transaction, review.id)) {
    const held = await holdGrant(transaction, grantId, actor.at);
    if (!['GRANTED', 'EXPIRING', 'SUSPENDED'].includes(held.state)) continue;
    await stepGrant(taking, held, {
      move: 'REVOKE',
      reason: 'The audit or review is complete.',
      onBehalfOf: 'AGENCY',
      details: { cause: 'AUDIT_COMPLETE' },
      change: { revoked: { at: actor.at, cause: 'AUDIT_COMPLETE' } },
    });
  }
}

/** The answer of a command: the audit or review as it now stands. */
export async function shown(call: CommandCall<unknown>, review: string): Promise<Answer> {
  const { transaction } = call;
  const episodes = await episodesOf(transaction, [review]);
  return { reviewAccess: answerOf(await holdReview(transaction, review), episodes) };
}

export function answerOf(
  review: ReviewAccess,
  episodes: ReadonlyMap<string, readonly string[]>,
): Answer {
  const { id: reviewId, kind, state, stage, revision, accountId, about, endsAt, learning } = review;
  return {
    id: reviewId,
    kind,
    state,
    stage,
    revision,
    practitioner: accountId,
    about,
    endsAt: endsAt.toISOString(),
    episodes: episodes.get(reviewId) ?? [],
    learning,
  };
}

/** A step by the caller that changes no more than its state. */
export async function plainStep(
  call: CommandCall<z.infer<typeof stepInput>>,
  review: ReviewAccess,
  move: ReviewAccessMove,
  change?: ReviewChange,
): Promise<Answer> {
  const taken = { move, reason: call.input.reason, ...(change === undefined ? {} : { change }) };
  await takeReviewStep(review, taken, takingFor(call));
  return shown(call, review.id);
}
