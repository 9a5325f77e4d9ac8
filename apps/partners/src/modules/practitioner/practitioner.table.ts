import { text, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** A named individual of an agency (SHR-8.2.1a); its id is the account's id. */
export const practitioner = partners.table('practitioner', {
  id: uuid().primaryKey(),
  agencyId: uuid('agency_id').notNull(),
  name: text().notNull(),
  jobTitle: text('job_title').notNull(),
  email: text().notNull().unique(),
  phone: text(),
});
