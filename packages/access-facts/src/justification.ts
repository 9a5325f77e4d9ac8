import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

export const JUSTIFICATION_STATES = [
  'DRAFT',
  'SUBMITTED',
  'NEEDS_APPROVAL',
  'LIVE',
  'EXPIRED',
  'WITHDRAWN',
  'CHALLENGED',
  'STRUCK',
] as const;
export type JustificationState = (typeof JUSTIFICATION_STATES)[number];

/** Unlocks classes of fields for one reader, episode, person, purpose and time. */
export const justification = access.table(
  'justification',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** Class keys, e.g. `SPECIAL_CATEGORY:HEALTH`, `CRIMINAL_OFFENCE`, `RESTRICTED:EDUCATION`. */
    classes: text().array().notNull(),
    purpose: text().notNull(),
    relevance: text().notNull(),
    article6: text('article_6').notNull(),
    article9: text('article_9'),
    article10: text('article_10').$type<'OFFICIAL_AUTHORITY' | 'SCHEDULE_1_CONDITION'>(),
    /** Paragraph number of Schedule 1 to the Data Protection Act 2018. */
    schedule1Paragraph: text('schedule_1_paragraph'),
    absenceOfConsentReason: text('absence_of_consent_reason'),
    gateway: text(),
    alternativesConsidered: text('alternatives_considered').notNull(),
    state: text().$type<JustificationState>().notNull(),
    approvedBy: uuid('approved_by'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.accountId), index('justification_newest').on(t.startsAt, t.id)],
);
