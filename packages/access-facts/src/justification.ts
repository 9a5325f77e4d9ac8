import { sql } from 'drizzle-orm';
import { check, date, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { isOneOf } from './is-one-of.ts';
import { access } from './schema.ts';

export const JUSTIFICATION_STATES = [
  'DRAFT',
  'SUBMITTED',
  'NEEDS_APPROVAL',
  'LIVE',
  'EXPIRED',
  'WITHDRAWN',
  'REFUSED',
  'CHALLENGED',
  'STRUCK',
] as const;
export type JustificationState = (typeof JUSTIFICATION_STATES)[number];

/** What of a justification needs somebody else's yes before anything is opened. */
export const APPROVAL_REASONS = [
  'OFFENCE_DATA',
  'DIGITAL_ECONOMY_ACT',
  'OVERRIDE',
  'CONFIDENTIAL_ITEM',
] as const;
export type ApprovalReason = (typeof APPROVAL_REASONS)[number];

/** Whether information was shared in the end, and how much of it. */
export const SHARING_OUTCOMES = ['SHARED', 'PART_SHARED', 'NOT_SHARED'] as const;
export type SharingOutcome = (typeof SHARING_OUTCOMES)[number];

/** Unlocks classes of fields for one reader, episode, person, purpose and time. */
export const justification = access.table(
  'justification',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** The override that it came with, and with which it ends; null where it stands by itself. */
    grantId: uuid('grant_id'),
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
    /** What could come of sharing, and what of not sharing (SHR-3.1.1, SHR-3.1.2). */
    dangerOfSharing: text('danger_of_sharing'),
    dangerOfNotSharing: text('danger_of_not_sharing'),
    /** Whether what is relied on is fact or opinion. */
    nature: text().$type<'FACT' | 'OPINION' | 'MIXED'>(),
    familyToldOn: date('family_told_on'),
    /** Why the family was not told. */
    notToldBecause: text('not_told_because'),
    /** Whether information was shared in the end, and when it was looked at that it is right and of now (DEV-A3-acc1). */
    outcome: text().$type<SharingOutcome>(),
    checkedAt: timestamp('checked_at', { withTimezone: true }),
    state: text().$type<JustificationState>().notNull(),
    approvedBy: uuid('approved_by'),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    /** Who wrote it, where that is not the reader: one who wrote for several of the team. */
    writtenBy: uuid('written_by'),
    /** Those that were written together, for several of the team. */
    setId: uuid('set_id'),
    /** The one that it goes on from, with a new period. */
    renews: uuid(),
    /** Why somebody else has to say yes, who that is, who stands in for them, and by when. */
    approvalReasons: text('approval_reasons').array().$type<ApprovalReason[]>(),
    approverId: uuid('approver_id'),
    deputyId: uuid('deputy_id'),
    decideBy: timestamp('decide_by', { withTimezone: true }),
    /** What the Caldicott Guardian advised on a challenge (DEV-A2l). */
    caldicottAdvice: text('caldicott_advice'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.accountId),
    index('justification_newest').on(t.startsAt, t.id),
    index().on(t.setId),
    // Timers look for what waits for somebody's yes.
    index('justification_to_decide').on(t.decideBy).where(sql`${t.state} = 'NEEDS_APPROVAL'`),
    check('justification_state', isOneOf(t.state, JUSTIFICATION_STATES)),
    check('justification_outcome', isOneOf(t.outcome, SHARING_OUTCOMES)),
  ],
);
