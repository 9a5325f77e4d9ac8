import type { NoticeTexts } from './notice-text.ts';

/** Work that waits for somebody, or that was done for them. */
export const WORK_TEXTS: NoticeTexts<
  | 'JUSTIFICATION_TO_DECIDE'
  | 'JUSTIFICATION_DECIDED'
  | 'LEAD_VACANT'
  | 'AGREEMENT_WITHDRAWN'
  | 'AGREEMENT_TO_ASK_AGAIN'
  | 'CO_SIGNATURE_DUE'
  | 'LIMIT_TO_REVIEW'
  | 'INFORMATION_REQUEST_WAITING'
  | 'INFORMATION_REQUEST_UNANSWERED'
  | 'ACCURACY_ISSUE_DUE'
  | 'CORRECTION_MADE'
  | 'ADOPTION_TO_CHECK'
  | 'COVER_REQUESTED'
  | 'COVER_DECIDED'
  | 'NO_HOST_OFFICER_FREE'
  | 'NO_CONTACT_OFFICER_FREE'
  | 'NO_PROTECTION_OFFICER_FREE'
  | 'ACCESS_REPORT_READY'
> = {
  JUSTIFICATION_TO_DECIDE: {
    subject: 'A justification waits for your decision',
    body: ({ by, page }) => [
      `Somebody has asked to see protected information and given their reasons. Decide by the end of ${by}.`,
      `To read them and decide, go to ${page}. If you cannot, your deputy can.`,
    ],
  },
  JUSTIFICATION_DECIDED: {
    subject: 'Your justification has been decided',
    body: ({ page }) => [
      'A justification that you gave has been decided.',
      `To read the decision and its reasons, go to ${page}.`,
    ],
  },
  ACCESS_REPORT_READY: {
    subject: 'The report on access can be drawn',
    body: ({ until, page }) => [
      `Look at how access was given and used in the month that ended on ${until}.`,
      `To draw the report and say what you looked at, go to ${page}.`,
    ],
  },
  LEAD_VACANT: {
    subject: 'An episode has no lead professional',
    body: ({ since, page }) => [
      `An episode has been without a lead professional since ${since}.`,
      `To choose one, go to ${page}.`,
    ],
  },
  AGREEMENT_WITHDRAWN: {
    subject: 'A family no longer agrees to support',
    body: ({ on, page }) => [
      `On ${on} the last who agreed to support in an episode that you look after withdrew. Whoever worked with them by that agreement has lost their access.`,
      `To decide what becomes of the episode, go to ${page}.`,
    ],
  },
  AGREEMENT_TO_ASK_AGAIN: {
    subject: 'Somebody is to be asked again about an agreement',
    body: ({ on, page }) => [
      `Since ${on} somebody’s part of an agreement that you look after is to be gone through again: the form has changed, or they are no longer part of the household.`,
      `To see whose it is, go to ${page}.`,
    ],
  },
  CO_SIGNATURE_DUE: {
    subject: 'A young person is now to be asked themselves',
    body: ({ on, page }) => [
      `Since ${on} a young person in an episode that you look after is old enough to be asked themselves. Explain the notice to them and ask whether they agree.`,
      `To see who it is, go to ${page}.`,
    ],
  },
  LIMIT_TO_REVIEW: {
    subject: 'What a young person keeps to themselves is to be looked at',
    body: ({ on, page }) => [
      `On ${on} something changed about what a young person keeps from their parents, in an episode that you look after. Nothing was revealed by it. Speak with the young person.`,
      `To see whom it is about, go to ${page}.`,
    ],
  },
  INFORMATION_REQUEST_WAITING: {
    subject: 'Another agency waits for information',
    body: ({ by, page }) => [
      `Another agency has asked yours for information. Answer, or refuse with your reasons, by the end of ${by}.`,
      `To read the request, go to ${page}.`,
    ],
  },
  INFORMATION_REQUEST_UNANSWERED: {
    subject: 'A request for information was not answered',
    body: ({ since, page }) => [
      `A request for information has been waiting since ${since}, and nobody answered it in time.`,
      `To take it up with the agency that was asked, go to ${page}.`,
    ],
  },
  ACCURACY_ISSUE_DUE: {
    subject: 'Something in a record may be wrong',
    body: ({ by, page }) => [
      `Somebody has reported that something you recorded may be wrong. Correct it, or say why it is right, by the end of ${by}.`,
      `To see what was reported, go to ${page}.`,
    ],
  },
  CORRECTION_MADE: {
    subject: 'Something that you have seen was corrected',
    body: ({ on, page }) => [
      `On ${on} something was corrected in a record that you have seen.`,
      `To see what, go to ${page}. If you have used or passed on what it said before, put that right, too.`,
    ],
  },
  NO_HOST_OFFICER_FREE: {
    subject: 'Nobody at the host may deal with something that waits',
    body: ({ since, page }) => [
      `Something has waited for the host since ${since}. Everybody there who could deal with it has a relationship with those whom it is about, or a part in it.`,
      `Give the office to somebody else at ${page}. You are not told what it is about; whoever you choose will see it.`,
    ],
  },
  NO_CONTACT_OFFICER_FREE: {
    subject: 'No contact officer of an agency may answer something that waits',
    body: ({ agency, since, page }) => [
      `Something has waited for ${agency} since ${since}. It has no contact officer, or none without a relationship with those whom it is about.`,
      `Give the office to somebody else there at ${page}. You are not told what it is about; whoever you choose will see it.`,
    ],
  },
  NO_PROTECTION_OFFICER_FREE: {
    subject: 'No data protection officer may look at something that waits',
    body: ({ since, page }) => [
      `Something has waited for a data protection officer since ${since}. Every one of them has a relationship with those whom it is about, or did it themselves.`,
      `Give the office to somebody else at ${page}. You are not told what it is about; whoever you choose will see it.`,
    ],
  },
  ADOPTION_TO_CHECK: {
    subject: 'A sealed record is to be checked',
    body: ({ on, page }) => [
      `On ${on} somebody recorded an adoption of which one of the two records is sealed with another already. Nothing was changed by it, and they were not told.`,
      `To see by whom, and to ask them, go to ${page}.`,
    ],
  },
  COVER_REQUESTED: {
    subject: 'Somebody asks for a colleague’s work to be covered',
    body: ({ from, until, page }) => [
      `A request for cover waits for your decision. It would begin on ${from} and end on ${until}.`,
      `To see what it covers and decide, go to ${page}.`,
    ],
  },
  COVER_DECIDED: {
    subject: 'Your request to cover for a colleague has been decided',
    body: ({ page }) => [
      'You asked to take over a colleague’s work. The host team has decided.',
      `To read what it decided and why, go to ${page}. What you were given is among your records.`,
    ],
  },
};
