import type { NoticeTexts } from './notice-text.ts';

/** About meetings of agencies; of no family, and not of whom they are about. */
export const MEETING_TEXTS: NoticeTexts<
  'MEETING_AGENDA' | 'PANEL_FEEDBACK_DUE' | 'PANEL_FEEDBACK_LATE'
> = {
  MEETING_AGENDA: {
    subject: 'The agenda of a meeting is ready',
    body: ({ on, page }) => [
      `You are invited to a meeting on ${on}. Its agenda is ready.`,
      `To read it, go to ${page} and sign in.`,
    ],
  },
  PANEL_FEEDBACK_DUE: {
    subject: 'A family waits to hear what the panel said',
    body: ({ by, page }) => [
      `A family that your agency referred to the panel was discussed. Tell them what was said by the end of ${by}.`,
      `To see which, and to record that you told them, go to ${page}.`,
    ],
  },
  PANEL_FEEDBACK_LATE: {
    subject: 'A family was not told what the panel said',
    body: ({ since, page }) => [
      `A family that was discussed at the panel should have been told what was said by ${since}. Nobody recorded that it was.`,
      `To see which, and which agency referred it, go to ${page}.`,
    ],
  },
};
