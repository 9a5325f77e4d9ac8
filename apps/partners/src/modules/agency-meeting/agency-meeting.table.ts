import { isOneOf } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';
import type { AgencyMeetingState } from './agency-meeting.machine.ts';
import { AGENCY_MEETING_STATES } from './agency-meeting.machine.ts';

/** A consultation panel hears cases of families; professionals speak of how they work, and of no family (SHR-3.7, SHR-3.4.8a). */
export const MEETING_KINDS = ['PANEL', 'PROFESSIONALS'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What professionals may speak of without a family being there (SHR-3.4.8a). */
export const MEETING_TOPICS = [
  'WORKLOAD',
  'GAPS_IN_PROVISION',
  'LOCAL_SOLUTIONS',
  'FUNDING',
  'OTHER_BOARDS',
] as const;
export type MeetingTopic = (typeof MEETING_TOPICS)[number];

export const agencyMeeting = partners.table(
  'agency_meeting',
  {
    id: uuid().primaryKey(),
    kind: text().$type<MeetingKind>().notNull(),
    state: text().$type<AgencyMeetingState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    heldAt: timestamp('held_at', { withTimezone: true }).notNull(),
    coordinatedBy: uuid('coordinated_by').notNull(),
    chairId: uuid('chair_id').notNull(),
    /** Of professionals. */
    topics: text().array().$type<MeetingTopic[]>().notNull(),
    /** When the agenda goes out by itself where nobody sent it. */
    agendaDueAt: timestamp('agenda_due_at', { withTimezone: true }).notNull(),
    agendaSentAt: timestamp('agenda_sent_at', { withTimezone: true }),
    /** The confidentiality statement that was read, and when. */
    statementVersion: text('statement_version'),
    statementReadAt: timestamp('statement_read_at', { withTimezone: true }),
    /** What professionals agreed; it identifies nobody of any family. */
    note: text(),
  },
  (t) => [
    index().on(t.heldAt, t.id),
    index().on(t.agendaDueAt).where(sql`${t.state} = 'PLANNED'`),
    check('agency_meeting_kind', isOneOf(t.kind, MEETING_KINDS)),
    check('agency_meeting_state', isOneOf(t.state, AGENCY_MEETING_STATES)),
    check(
      'agency_meeting_topics',
      sql`(${t.kind} = 'PROFESSIONALS') = (cardinality(${t.topics}) > 0)`,
    ),
    check(
      'agency_meeting_statement',
      sql`${t.state} NOT IN ('OPENED', 'CLOSED') OR ${t.statementVersion} IS NOT NULL AND ${t.statementReadAt} IS NOT NULL`,
    ),
  ],
);

/** Somebody who was asked to a meeting, and so reads its agenda. */
export const meetingInvitation = partners.table(
  'meeting_invitation',
  {
    meetingId: uuid('meeting_id').notNull(),
    accountId: uuid('account_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.accountId] }), index().on(t.accountId)],
);
