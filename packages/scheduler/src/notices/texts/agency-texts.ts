import type { NoticeTexts } from './notice-text.ts';

/** About an agency’s part in the partnership. */
export const AGENCY_TEXTS: NoticeTexts<
  | 'AGENCY_NOTICE_GIVEN'
  | 'AGENCY_WITHDRAWN'
  | 'AGENCY_REVIEW_DUE'
  | 'AGENCY_SUSPENDED'
  | 'SIGN_AGAIN'
> = {
  AGENCY_NOTICE_GIVEN: {
    subject: 'An agency is leaving the partnership',
    body: ({ agency, leaves, page }) => [
      `${agency} has given notice. It leaves the partnership on ${leaves}, and its people’s access ends then.`,
      `To see what you need to hand over before that, go to ${page}.`,
    ],
  },
  AGENCY_WITHDRAWN: {
    subject: 'An agency has left the partnership',
    body: ({ agency, on, page }) => [
      `${agency} left the partnership on ${on}. Its people no longer have access to any record.`,
      'Do not share information with it under the agreement any more.',
      `The agencies that are part of the partnership are listed at ${page}.`,
    ],
  },
  AGENCY_REVIEW_DUE: {
    subject: 'Your agency’s agreement is due for review',
    body: ({ agency, by, page }) => [
      `The information sharing agreement of ${agency} is due for review by ${by}. It stays in force until somebody ends it.`,
      `To see what is to be reviewed, go to ${page}.`,
    ],
  },
  AGENCY_SUSPENDED: {
    subject: 'An agency has been suspended',
    body: ({ agency, on, page }) => [
      `${agency} was suspended from the partnership on ${on}. Its people have no access to any record until that is lifted.`,
      `To read what this means for you, go to ${page}.`,
    ],
  },
  SIGN_AGAIN: {
    subject: 'The agreement has changed: your agency needs to sign again',
    body: ({ agency, by, page }) => [
      `There is a new version of the information sharing agreement. ${agency} needs to sign it by the end of ${by}, or its people lose access after that.`,
      `To read what has changed and sign, go to ${page}.`,
    ],
  },
};
