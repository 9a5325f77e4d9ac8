import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
    refusalCode: text('refusal_code').$type<RefusalCode>(),
    reasons: text(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (t) => [index().on(t.episodeId), index().on(t.askedAt, t.id)],
);
