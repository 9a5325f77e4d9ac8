import type { NoticeTexts } from './notice-text.ts';

/** To somebody about their own account. */
export const PERSON_TEXTS: NoticeTexts<
  | 'INVITATION'
  | 'TRAINING_EXPIRING'
  | 'TRAINING_EXPIRED'
  | 'ACCOUNT_DORMANT_SOON'
  | 'ACCOUNT_DISABLED'
  | 'RELATIONSHIP_DECLARED'
  | 'ROLE_REVIEW_DUE'
> = {
  INVITATION: {
    subject: 'You have been invited to use Postern',
    body: ({ agency, code, until, page }) => [
      `${agency} has nominated you to use Postern, where agencies work together to help families early.`,
      `Your invitation code is ${code}. It works once, until the end of ${until}, for whoever has it: do not pass it on.`,
      `To accept, go to ${page}, sign in with your organisation’s account and enter the code.`,
      'If you did not expect this, tell the person at your organisation who looks after Postern, and do nothing else.',
    ],
  },
  TRAINING_EXPIRING: {
    subject: 'Your training runs out soon',
    body: ({ module, until, page }) => [
      `Your ${module} is valid until the end of ${until}. After that you cannot use Postern until you have completed it again.`,
      `To see what you need to complete, go to ${page}.`,
    ],
  },
  TRAINING_EXPIRED: {
    subject: 'Your training has run out',
    body: ({ module, until, page }) => [
      `Your ${module} was valid until the end of ${until}. You cannot use Postern until you have completed it again.`,
      `To see what you need to complete, go to ${page}. If you are needed on something urgent, tell your manager.`,
    ],
  },
  ACCOUNT_DORMANT_SOON: {
    subject: 'Your account will be switched off soon',
    body: ({ on, page }) => [
      `You have not had access to an open episode for some time. Your account will be switched off on ${on}.`,
      `If you still need it, tell the person at your organisation who looks after Postern. You can see your account at ${page}.`,
      'If you no longer need it, you do not need to do anything.',
    ],
  },
  ACCOUNT_DISABLED: {
    subject: 'Your account has been switched off',
    body: ({ on, page }) => [
      `Your account was switched off on ${on}. You can no longer see any record.`,
      'If you need it again, ask the person at your organisation who looks after Postern to nominate you again.',
      `What this means for you is explained at ${page}.`,
    ],
  },
  RELATIONSHIP_DECLARED: {
    subject: 'It is on record that you are related to a family',
    body: ({ at, page }) => [
      `At ${at} it was put on record that you have a relationship with a family. You see nothing of its record from then on, and decide nothing about it; which family it is, you are not told here.`,
      'If that is not so, say so to the data protection officer, or if you are one to an administrator: somebody else ends it.',
      `What this means for you is explained at ${page}.`,
    ],
  },
  ROLE_REVIEW_DUE: {
    subject: 'A role needs to be confirmed',
    body: ({ by, page }) => [
      `A role that you look after ends on ${by} unless you confirm that it is still needed.`,
      `To confirm it or let it end, go to ${page}.`,
    ],
  },
};
