import { isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

/**
 * Which record of a child before an adoption goes with which since. No role of a service reads it: one function tells one officer,
 * and writes down why.
 */
export const adoptionLink = families.table(
  'adoption_link',
  {
    id: uuid().primaryKey(),
    beforeId: uuid('before_id').notNull().unique(),
    sinceId: uuid('since_id').notNull().unique(),
    adoptedOn: date('adopted_on').notNull(),
    sealedBy: uuid('sealed_by').notNull(),
    sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull(),
  },
  (t) => [check('adoption_link_two', sql`${t.beforeId} <> ${t.sinceId}`)],
);

/** Who had it told to them, when and why. */
export const adoptionOpening = families.table(
  'adoption_opening',
  {
    linkId: uuid('link_id').notNull(),
    openedBy: uuid('opened_by').notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    reason: text().notNull(),
  },
  (t) => [index().on(t.linkId), check('adoption_opening_reason', isWritten(t.reason))],
);
