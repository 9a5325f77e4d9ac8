import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

export const scheduler = pgSchema('scheduler');

/** What fell due and was done: a timer that has a row here is never fired for that moment again. */
export const timerFiring = scheduler.table(
  'timer_firing',
  {
    kind: text().notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** To the millisecond. */
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    firedAt: timestamp('fired_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.subjectId, t.dueAt] }),
    check('timer_firing_kind', sql`${t.kind} ~ '^[A-Z][A-Z_]{0,63}$'`),
    check('timer_firing_due', sql`${t.dueAt} <= ${t.firedAt}`),
  ],
);

/** A word to somebody, to be sent by e-mail; no case content, no person's name, no identity. */
export const notice = scheduler.table(
  'notice',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    /** Whose e-mail address is looked up when it is sent. */
    toAccount: uuid('to_account'),
    /** Of somebody who has no account yet. */
    toAddress: text('to_address'),
    params: jsonb().$type<Readonly<Record<string, string | number>>>().notNull(),
    /** Parameters that let somebody in who knows them: gone once the notice waits no longer. */
    secrets: jsonb().$type<Readonly<Record<string, string | number>>>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    state: text().$type<'WAITING' | 'SENT' | 'GIVEN_UP'>().notNull().default('WAITING'),
    attempts: integer().notNull().default(0),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    lastErrorCode: text('last_error_code'),
  },
  (t) => [
    index().on(t.createdAt).where(sql`state = 'WAITING'`),
    check('notice_kind', sql`${t.kind} ~ '^[A-Z][A-Z_]{0,63}$'`),
    check('notice_addressee', sql`num_nonnulls(${t.toAccount}, ${t.toAddress}) = 1`),
    check('notice_state', sql`${t.state} in ('WAITING', 'SENT', 'GIVEN_UP')`),
    check('notice_secrets', sql`${t.state} = 'WAITING' or ${t.secrets} is null`),
    check('notice_sent', sql`(${t.state} = 'SENT') = (${t.sentAt} is not null)`),
    check('notice_error', sql`${t.lastErrorCode} ~ '^[A-Z][A-Z0-9_]{0,63}$'`),
  ],
);
