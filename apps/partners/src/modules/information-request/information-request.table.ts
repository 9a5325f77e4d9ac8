import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

export const INFORMATION_REQUEST_STATES = [
  'ASKED',
  'ACKNOWLEDGED',
  'SHARED',
  'PART_SHARED',
  'REFUSED',
  'EXPIRED_UNANSWERED',
  'ESCALATED',
  'OVERTURNED',
  'CONFIRMED',
] as const;
export type InformationRequestState = (typeof INFORMATION_REQUEST_STATES)[number];

/** Why an agency does not share; its reasons stand beside the code. */
export const REFUSAL_CODES = [
  'NOT_NECESSARY',
  'NOT_PROPORTIONATE',
  'NO_LAWFUL_BASIS',
  'CONFIDENCE_NOT_OVERRIDDEN',
  'FAMILY_EXCLUSION',
  'YOUNG_PERSONS_LIMIT',
  'NOT_HELD',
  'OTHER_AGENCYS_DATA',
  'DEA_UNLISTED',
  'MORE_DETRIMENTAL',
  'LEGAL_PRIVILEGE',
  'LAW_ENFORCEMENT_PREJUDICE',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What one agency asks of another about a family it works with; a refusal says why in writing (SHR-3.3.8). */
export const informationRequest = partners.table(
  'information_request',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askingAgencyId: uuid('asking_agency_id').notNull(),
    holdingAgencyId: uuid('holding_agency_id').notNull(),
    asked: text().notNull(),
    state: text().$type<InformationRequestState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    /** Whether the law binds both to share what bears on a child's welfare. */
    statutoryDuty: boolean('statutory_duty').notNull().default(false),
    dueAt: timestamp('due_at', { withTimezone: true }),
    answeredBy: uuid('answered_by'),
    refusalCode: text('refusal_code').$type<RefusalCode>(),
    /** Of every answer that left something out, the first first. */
    reasons: text(),
    /** An assessment of the risk or of the impact on data protection that the decision rests on (SHR-3.3.7b). */
    riskAssessment: text('risk_assessment'),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (t) => [
    index().on(t.episodeId),
    index().on(t.askedAt, t.id),
    index().on(t.dueAt).where(sql`${t.state} IN ('ASKED', 'ACKNOWLEDGED')`),
    check('information_request_state', isOneOf(t.state, INFORMATION_REQUEST_STATES)),
    // A refusal that says nothing cannot be kept (SHR-3.3.8).
    check(
      'information_request_reasons',
      sql`${t.state} NOT IN ('REFUSED', 'PART_SHARED') OR ${t.refusalCode} IS NOT NULL AND ${isWritten(t.reasons)}`,
    ),
  ],
);
