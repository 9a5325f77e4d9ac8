import { sql } from 'drizzle-orm';
import { text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** A named individual of an agency (SHR-8.2.1a); its id is the account's id. */
export const practitioner = partners.table(
  'practitioner',
  {
    id: uuid().primaryKey(),
    agencyId: uuid('agency_id').notNull(),
    name: text().notNull(),
    jobTitle: text('job_title').notNull(),
    email: text().notNull(),
    phone: text(),
    /** Since when they work here no longer (SHR-8.4.2e): from then on the address may be somebody else's. */
    leftAt: timestamp('left_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('practitioner_email_of_one').on(sql`lower(${t.email})`).where(sql`left_at IS NULL`),
  ],
);
