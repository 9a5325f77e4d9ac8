import { AGENCY_TEXTS } from './texts/agency-texts.ts';
import { EPISODE_TEXTS } from './texts/episode-texts.ts';
import { GRANT_TEXTS } from './texts/grant-texts.ts';
import { MEETING_TEXTS } from './texts/meeting-texts.ts';
import type { NoticeTexts } from './texts/notice-text.ts';
import { PERSON_TEXTS } from './texts/person-texts.ts';
import { WORK_TEXTS } from './texts/work-texts.ts';

/** What each kind of notice says. */
export const TEXTS: NoticeTexts = {
  ...PERSON_TEXTS,
  ...GRANT_TEXTS,
  ...WORK_TEXTS,
  ...EPISODE_TEXTS,
  ...MEETING_TEXTS,
  ...AGENCY_TEXTS,
};
