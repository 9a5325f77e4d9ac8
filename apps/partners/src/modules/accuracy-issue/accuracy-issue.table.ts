import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, date, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

export const ACCURACY_ISSUE_STATES = [
  'RAISED',
  'WITH_RECORDER',
  'WITH_HOST',
  'DISPUTED',
  'CORRECTED',
  'SOURCE_TOLD',
  'RECIPIENTS_TOLD',
] as const;
export type AccuracyIssueState = (typeof ACCURACY_ISSUE_STATES)[number];

/** An error of the record, or circumstances that changed since; each has a time of its own (SHR-4.5, SHR-4.4b). */
export const ACCURACY_KINDS = ['ERROR', 'CHANGE'] as const;
export type AccuracyKind = (typeof ACCURACY_KINDS)[number];

/** Something in the record that somebody says is wrong (SHR-4.5). */
export const accuracyIssue = partners.table(
  'accuracy_issue',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    /** The field that is said to be wrong, as `Type.field`; of whom and in which record, as far as it is known. */
    coordinate: text().notNull(),
    personId: uuid('person_id'),
    itemId: uuid('item_id'),
    kind: text().$type<AccuracyKind>().notNull().default('ERROR'),
    wrong: text().notNull(),
    foundOn: date('found_on').notNull(),
    state: text().$type<AccuracyIssueState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    raisedBy: uuid('raised_by').notNull(),
    /** Null where a member of a family raised it: they work for no agency. */
    raisedByAgencyId: uuid('raised_by_agency_id'),
    raisedAt: timestamp('raised_at', { withTimezone: true }).notNull(),
    /** Who recorded it, where that is known, and for which agency. */
    recordedBy: uuid('recorded_by'),
    recordedByAgencyId: uuid('recorded_by_agency_id'),
    /** When whoever has it is reminded, and when it is late. */
    remindAt: timestamp('remind_at', { withTimezone: true }).notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    correctedBy: uuid('corrected_by'),
    correctedAt: timestamp('corrected_at', { withTimezone: true }),
    /** What was put right, or why it was not; of a dispute that ended in a correction both. */
    answer: text(),
  },
  (t) => [
    index().on(t.episodeId),
    index().on(t.raisedAt, t.id),
    index().on(t.dueAt).where(sql`${t.state} IN ('WITH_RECORDER', 'WITH_HOST')`),
    check('accuracy_issue_kind', isOneOf(t.kind, ACCURACY_KINDS)),
    check('accuracy_issue_state', isOneOf(t.state, ACCURACY_ISSUE_STATES)),
    check(
      'accuracy_issue_answer',
      sql`${t.state} NOT IN ('DISPUTED', 'CORRECTED', 'SOURCE_TOLD', 'RECIPIENTS_TOLD') OR ${isWritten(t.answer)}`,
    ),
  ],
);
