import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { takingByService } from '@postern/steps';
import { endReading, takeReviewStep } from './commands/steps.ts';
import { holdReview } from './store/reviews.ts';

const KIND = 'REVIEW_ACCESS_OVER';

/** The day of an audit or review has come; nobody reads any more by then, and here it is said so (SHR-6b). */
export const reviewAccessTimers: readonly TimerKind[] = [
  {
    name: KIND,
    clause: 'SHR-6b',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT id AS "subjectId", ends_at AS "dueAt" FROM partners.review_access review
          WHERE state = 'OPEN' AND ends_at <= $1 AND ${unfired(KIND, { subject: 'review.id', dueAt: 'review.ends_at' })}
          ORDER BY ends_at LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
    },
    fire: async ({ transaction, now, subjectId }) => {
      const review = await holdReview(transaction, subjectId);
      if (review.state !== 'OPEN') throw new NoLongerDue();
      const taking = takingByService(transaction, now);
      await takeReviewStep(review, { move: 'EXPIRE', reason: 'Its day has come.' }, taking);
      await endReading(review, 'EXPIRED', taking);
    },
  },
];
