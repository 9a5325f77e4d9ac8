import type { RecordedType } from '@postern/recording';
import { asPassage } from '../case-note/passage.ts';
import { IN_EPISODE } from '../placing.ts';
import { referralResource } from './referral.resource.ts';

/** What is written of a referral in words, by whoever makes it and by whoever answers it. */
const written = (called: string, texts: readonly string[]): RecordedType => ({
  resource: referralResource,
  called,
  placing: IN_EPISODE,
  fields: {},
  required: [],
  texts,
  splitting: asPassage,
});

export const REFERRING = written('refer', ['reasons', 'consultedBeforeDiscussion']);
export const ANSWERING = written('recordReferralOutcome', ['recommendations']);
