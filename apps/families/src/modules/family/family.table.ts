import { date, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

export const family = families.table('family', {
  id: uuid().primaryKey(),
  reference: text().notNull().unique(),
});

/** A person's place in a family; one person may belong to several. */
export const familyMember = families.table(
  'family_member',
  {
    familyId: uuid('family_id').notNull(),
    personId: uuid('person_id').notNull(),
    relationship: text().notNull(),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
  },
  (t) => [primaryKey({ columns: [t.familyId, t.personId, t.startedOn] })],
);
