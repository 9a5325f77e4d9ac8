import type { Command, Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { acceptReviewAccess } from './commands/accept.ts';
import { completeReviewAccess } from './commands/complete.ts';
import { moveReviewStage } from './commands/move-stage.ts';
import { openReviewAccess } from './commands/open.ts';
import { proposeReviewAccess } from './commands/propose.ts';
import { publishLearning } from './commands/publish-learning.ts';
import { answerOf } from './commands/steps.ts';
import { withdrawReviewAccess } from './commands/withdraw.ts';
import { managedBy } from './guards/whose.ts';
import { episodesOf } from './store/cases.ts';
import { reviewsFor } from './store/reviews.ts';

/** How somebody comes to look at cases that are not their own. */
export const reviewAccessCommands: Readonly<Record<string, Command>> = {
  proposeReviewAccess,
  acceptReviewAccess,
  withdrawReviewAccess,
  openReviewAccess,
  moveReviewStage,
  completeReviewAccess,
  publishLearning,
};

const reviewAccess: Question<Record<string, never>> = {
  clause: 'SHR-6a',
  roles: 'ANY',
  purpose: 'ANY',
  input: z.strictObject({}),
  answer: async ({ statements, principal, now, tells }) => {
    const kinds = managedBy(principal);
    const reviews = await reviewsFor(statements, principal.accountId, kinds, now);
    const episodes = await episodesOf(
      statements,
      reviews.map(({ id }) => id),
    );
    const ofOthers = reviews.filter(({ isManaged, isOwn }) => isManaged && !isOwn);
    tells(
      'ReviewAccess',
      ofOthers.map(({ id }) => id),
    );
    return reviews.map((review) => {
      const answer = answerOf(review, episodes);
      // What was learned is everybody's; who looked at which cases is not.
      return review.isOwn || review.isManaged
        ? answer
        : { ...answer, practitioner: null, episodes: [] };
    });
  },
};

export const reviewAccessQuestions: Readonly<Record<string, Question>> = { reviewAccess };
