import type { Taking } from '@postern/steps';
import { expectedRevision, holdEpisode, id, reason, takeStep, takingFor } from '@postern/steps';
import type { Answer, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { stepGrants } from '../../grant/step-grants.ts';
import { grantsHeldOn } from '../../grant/store/held-grant.ts';
import { PARTS } from '../guards/whose.ts';
import type { ReviewAccessMove } from '../review-access.machine.ts';
import { reviewAccessMachine } from '../review-access.machine.ts';
import { casesOf, episodesOf, grantsOfOthers, moveProceedings } from '../store/cases.ts';
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

/**
 * Ends what was opened: the proceedings are over and every grant in the role gone, however it came about, in the same
 * transaction (SHR-6b). Only who looks in another audit or review of the case that is still open goes on.
 */
export async function endReading(
  review: ReviewAccess,
  state: 'COMPLETE' | 'EXPIRED',
  taking: Taking,
): Promise<void> {
  const { transaction, actor } = taking;
  const { at } = actor;
  const role = PARTS[review.kind].looks;
  await moveProceedings(transaction, review.id, { state, closedAt: at });
  for (const { episodeId: episode } of await casesOf(transaction, review.id)) {
    await holdEpisode(transaction, episode);
    const elsewhere = await grantsOfOthers(transaction, review.id, episode);
    const held = await grantsHeldOn(transaction, { episode, now: at });
    await stepGrants(
      taking,
      held.filter((each) => each.role === role && !elsewhere.has(each.id)),
      {
        move: 'REVOKE',
        reason: 'The audit or review is over.',
        onBehalfOf: actor.accountId === null ? 'SERVICE' : 'AGENCY',
        details: { cause: 'AUDIT_COMPLETE' },
        change: { revoked: { at, cause: 'AUDIT_COMPLETE' } },
      },
    );
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
