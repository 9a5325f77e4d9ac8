import type { NoticeTexts } from './notice-text.ts';

/** About somebody’s access to a record. */
export const GRANT_TEXTS: NoticeTexts<
  | 'GRANT_ENDING'
  | 'GRANT_ENDED'
  | 'GRANT_REVIEW_DUE'
  | 'ACCESS_REQUEST_ANSWERED'
  | 'ACCESS_REMOVED_AT_FAMILYS_REQUEST'
  | 'FAMILY_REMOVAL_OVERDUE'
  | 'OVERRIDE_TO_EXPLAIN'
  | 'OVERRIDE_USED'
  | 'OVERRIDE_USED_AGAIN'
> = {
  GRANT_ENDING: {
    subject: 'Your access to a record ends soon',
    body: ({ on, page }) => [
      `Your access to one of your records ends on ${on}.`,
      `If you are still working with the family, ask for it to be extended at ${page}.`,
      'If you are not, you do not need to do anything.',
    ],
  },
  GRANT_ENDED: {
    subject: 'Your access to a record has ended',
    body: ({ on, page }) => [
      `Your access to one of your records ended on ${on}.`,
      `To see which, or to ask for access again, go to ${page}.`,
    ],
  },
  GRANT_REVIEW_DUE: {
    subject: 'Access that you gave needs to be confirmed',
    body: ({ by, page }) => [
      `Access that you look after ends on ${by} unless you confirm that it is still needed.`,
      `To confirm it or let it end, go to ${page}.`,
    ],
  },
  ACCESS_REQUEST_ANSWERED: {
    subject: 'Your request for access has been answered',
    body: ({ page }) => [
      'You asked for access to a record. Your request has been answered.',
      `To read the answer, go to ${page}.`,
    ],
  },
  ACCESS_REMOVED_AT_FAMILYS_REQUEST: {
    subject: 'A family has decided about your access',
    body: ({ at, page }) => [
      `At ${at} your agency’s access to a record ended, because the family decided so.`,
      `To see which, go to ${page}. Do not ask the family about it; if you are worried about someone’s safety, follow your safeguarding procedure.`,
    ],
  },
  FAMILY_REMOVAL_OVERDUE: {
    subject: 'An agency has not been told of a family’s decision',
    body: ({ since, page }) => [
      `A family had an agency removed from its record. The agency should have been told by ${since}.`,
      `Its access has ended already. To tell it, and to record that you did, go to ${page}.`,
    ],
  },
  OVERRIDE_TO_EXPLAIN: {
    subject: 'A safeguarding override has not been explained',
    body: ({ since, page }) => [
      `A safeguarding override should have been explained to the family by ${since}.`,
      `To record that you explained it, or why it is not safe to, go to ${page}.`,
    ],
  },
  OVERRIDE_USED: {
    subject: 'A safeguarding override was used',
    body: ({ at, kind, people, page }) => [
      `At ${at} somebody of ${kind} used a safeguarding override. It opened records about ${people}.`,
      `To see who used it, why, and what was opened, go to ${page}. Review it, and decide when the family is told.`,
    ],
  },
  OVERRIDE_USED_AGAIN: {
    subject: 'A safeguarding override was used again after one was not upheld',
    body: ({ at, kind, people, page }) => [
      `At ${at} somebody of ${kind} used a safeguarding override for a family for which an earlier one of theirs was not upheld. It opened records about ${people}.`,
      `It is open now. Go to ${page} at once to see who used it and why. If it is not right, say so there and it ends; if an account may be misused, have it locked.`,
    ],
  },
};
