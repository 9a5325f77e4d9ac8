import { sql } from 'drizzle-orm';
import { boolean, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/**
 * By whom somebody was nominated (SHR-8.2.1c). Whoever is the agency's contact officer and so nominates themselves is
 * countersigned by a second person of the host.
 */
export const nomination = partners.table('nomination', {
  accountId: uuid('account_id').primaryKey(),
  nominatedBy: uuid('nominated_by').notNull(),
  nominatedAt: timestamp('nominated_at', { withTimezone: true }).notNull(),
  /** Whether it is the contact officer's own. */
  ofThemselves: boolean('of_themselves').notNull(),
  countersignedBy: uuid('countersigned_by'),
});

/** An invitation, by a code that is kept as its digest only; it is good once. */
export const invitation = partners.table(
  'invitation',
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid('account_id').notNull(),
    codeDigest: text('code_digest').notNull().unique(),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    /** Since when another, or none, stands in its place. */
    calledOffAt: timestamp('called_off_at', { withTimezone: true }),
    /** The notice that brings the code, which is called off with it where it still waits. */
    noticeId: uuid('notice_id').notNull(),
  },
  (t) => [
    index().on(t.accountId),
    index().on(t.expiresAt).where(sql`used_at IS NULL AND called_off_at IS NULL`),
  ],
);
