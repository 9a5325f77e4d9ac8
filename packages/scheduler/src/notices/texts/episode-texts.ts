import type { NoticeTexts } from './notice-text.ts';

/** About an episode of help: what came in, what is due, and what is looked at after it. */
export const EPISODE_TEXTS: NoticeTexts<
  | 'CONTACT_WAITING'
  | 'REFERRAL_ANSWERED'
  | 'PRACTICE_STEP_DUE'
  | 'FOLLOW_UP_PLANNED'
  | 'FOLLOW_UP_DUE'
  | 'TRANSFER_TO_RECEIVE'
  | 'EPISODE_STEPPED_UP'
  | 'EXTRACT_TO_DESTROY'
  | 'EXTRACT_NEAR_ITS_END'
> = {
  CONTACT_WAITING: {
    subject: 'A contact waits to be screened',
    body: ({ since, page }) => [
      `A contact came in on ${since}. Nobody who could screen it has access to it yet.`,
      `To give somebody of the front door or a hub access, go to ${page}.`,
    ],
  },
  REFERRAL_ANSWERED: {
    subject: 'Your referral has been answered',
    body: ({ on, page }) => [
      `On ${on} it was recorded what came of a referral that you made, and what is recommended.`,
      `To read it, go to ${page}.`,
    ],
  },
  PRACTICE_STEP_DUE: {
    subject: 'Something in an episode is due',
    body: ({ step, by, page }) => [
      `In an episode that you look after, ${step} was due by the end of ${by} and is not on the record yet.`,
      `To see which, and to record it or plan it, go to ${page}.`,
    ],
  },
  FOLLOW_UP_PLANNED: {
    subject: 'An episode that you led has closed',
    body: ({ on, page }) => [
      `An episode that you led has closed, and your access to it has ended. Follow up how things went when ${on} has passed.`,
      `You are told again then. For anything that you need to see for it, ask the host team; your closed episodes are at ${page}.`,
    ],
  },
  FOLLOW_UP_DUE: {
    subject: 'An outcome is to be followed up',
    body: ({ since, page }) => [
      `An episode closed some time ago, and since ${since} it is time to follow up how things went.`,
      `For anything that you need to see for it, ask the host team. To go on, go to ${page}.`,
    ],
  },
  TRANSFER_TO_RECEIVE: {
    subject: 'Something was sent to you for social care',
    body: ({ on, page }) => [
      `On ${on} what social care needs to know of a family was picked out and sent to you. You have access to it from now on.`,
      `To see which episode it is, and to say that you have taken over, go to ${page}.`,
    ],
  },
  EPISODE_STEPPED_UP: {
    subject: 'Social care has taken over an episode',
    body: ({ on, page }) => [
      `On ${on} an episode that you work on was stepped up to social care. Whoever leads it reads on until it closes; the rest of the team does not.`,
      `To see which, go to ${page}. For anything else, ask whoever leads it.`,
    ],
  },
  EXTRACT_NEAR_ITS_END: {
    subject: 'An extract will have to be destroyed soon',
    body: ({ by, page }) => [
      `An extract for research or evaluation has to be destroyed by the end of ${by}. After that it can no longer be downloaded.`,
      `To see which, and to record that it was destroyed, go to ${page}.`,
    ],
  },
  EXTRACT_TO_DESTROY: {
    subject: 'An extract is to be destroyed',
    body: ({ by, page }) => [
      `An extract for research or evaluation had to be destroyed by the end of ${by}. Here it is destroyed; no certificate that nobody else has it any more is on the record yet.`,
      `An analyst asks whoever has it for their certificate; an officer records it: go to ${page}.`,
    ],
  },
};
