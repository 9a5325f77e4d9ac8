import { date, integer, text, timestamp } from 'drizzle-orm/pg-core';
import { reporting } from '../schema.ts';

/** A closed month whose counts are out, and the disclosure profile they went out under; never changed afterwards. */
export const publishedPeriod = reporting.table('published_period', {
  /** The first day of the month. */
  month: date().primaryKey(),
  profileName: text('profile_name').notNull(),
  profileVersion: integer('profile_version').notNull(),
  publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
});
