import { isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** Somebody who was there and was told that all of it is confidential: of a partner, or a visitor by name and organisation (STA-11b). */
export const meetingAttendance = partners.table(
  'meeting_attendance',
  {
    id: uuid().primaryKey(),
    meetingId: uuid('meeting_id').notNull(),
    /** Null of a visitor. */
    accountId: uuid('account_id'),
    /** Null of a visitor whose organisation is no partner. */
    agencyId: uuid('agency_id'),
    visitor: text(),
    organisation: text(),
    /** Of an organisation that is no partner: a confidentiality agreement was signed instead (SHR-8.4.4b). */
    signedConfidentiality: boolean('signed_confidentiality').notNull(),
    /** The version of the statement that was read to them, and when. */
    statementVersion: text('statement_version').notNull(),
    toldAt: timestamp('told_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.meetingId),
    check(
      'meeting_attendance_who',
      sql`(${t.accountId} IS NULL) = (${isWritten(t.visitor)}) AND (${t.accountId} IS NULL OR ${t.agencyId} IS NOT NULL)`,
    ),
    check(
      'meeting_attendance_signed',
      sql`${t.agencyId} IS NOT NULL OR ${t.signedConfidentiality} AND ${isWritten(t.organisation)}`,
    ),
  ],
);
