import { entryColumns } from '@postern/access-facts';
import { date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/** What became of a referral. */
export const REFERRAL_OUTCOMES = [
  'ACCEPTED',
  'CONSULTATION_ONLY',
  'SIGNPOSTED',
  'NO_FURTHER_ACTION',
  'PASSED_TO_SOCIAL_CARE',
] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** By which way a family came: a partner saw a need, the family asked, or somebody else told (SHR-3.5.2). */
export const REFERRAL_SOURCES = [
  'PARTNER',
  'FAMILY',
  'POLICE',
  'HEALTH',
  'EDUCATION',
  'SOCIAL_CARE',
  'OTHER',
] as const;
export type ReferralSource = (typeof REFERRAL_SOURCES)[number];

/** A request for help on a family's behalf; who recorded it is the referrer, who is told the outcome (SHR-3.5.7). */
export const referral = episodes.table(
  'referral',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    reference: text().notNull().unique(),
    referredOn: date('referred_on').notNull(),
    reasons: text(),
    outcome: text().$type<ReferralOutcome>(),
    recommendations: text(),
    notifiedAt: timestamp('notified_at', { withTimezone: true }),
    ...entryColumns(),
    source: text().$type<ReferralSource>(),
    /** Why the family was not spoken with first; null where it was (SHR-3.8.2c). */
    consultedBeforeDiscussion: text('consulted_before_discussion'),
  },
  (t) => [index().on(t.episodeId)],
);
