import { date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
    /** The interest of Annex 1, where the basis is a recognised legitimate interest. */
    recognisedInterest: text('recognised_interest'),
    /** The power or duty under which the reader's agency shares, and the case of it where it has several. */
    gateway: text(),
    gatewayHead: text('gateway_head'),
    /** Two or more, where the gateway is the Digital Economy Act. */
    deaFactors: text('dea_factors').array(),
    article8Aim: text('article_8_aim'),
    /** What lets go what was given in confidence; null where nothing was. */
    confidenceRoute: text('confidence_route'),
    /** The answers to the seven questions of an overriding public interest, in their order (DEV-A2i). */
    publicInterest: text('public_interest').array(),
    /** What the reader's agency and the one that owes the confidence think of overriding it (DEV-A2j). */
    ownView: text('own_view'),
    sourceView: text('source_view'),
    alternativesConsidered: text('alternatives_considered').notNull(),
    /** Whether what is relied on is fact or opinion. */
    nature: text().$type<'FACT' | 'OPINION' | 'MIXED'>(),
    familyToldOn: date('family_told_on'),
    /** Why the family was not told. */
    notToldBecause: text('not_told_because'),
    /** Whether information was shared in the end. */
    outcome: text().$type<'SHARED' | 'PART_SHARED' | 'NOT_SHARED'>(),
    state: text().$type<JustificationState>().notNull(),
    approvedBy: uuid('approved_by'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.accountId), index('justification_newest').on(t.startsAt, t.id)],
);
