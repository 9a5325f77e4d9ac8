import { text, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** A role that rules speak of: what people call it and what it is there for. */
export const policyRole = partners.table('policy_role', {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  title: text().notNull(),
  does: text().notNull(),
});
