import { date, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

export const family = families.table('family', {
  id: uuid().primaryKey(),
  reference: text().notNull().unique(),
});

/** What somebody is in a family. */
export const FAMILY_RELATIONSHIPS = [
  'MOTHER',
  'FATHER',
  'STEP_PARENT',
  'GRANDPARENT',
  'CHILD',
  'UNBORN_CHILD',
  'ADOPTED_CHILD',
  'OTHER_RELATIVE',
  'OTHER',
] as const;
export type FamilyRelationship = (typeof FAMILY_RELATIONSHIPS)[number];

/** A person's place in a family; one person may belong to several. */
export const familyMember = families.table(
  'family_member',
  {
    familyId: uuid('family_id').notNull(),
    personId: uuid('person_id').notNull(),
    relationship: text().$type<FamilyRelationship>().notNull(),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
  },
  (t) => [primaryKey({ columns: [t.familyId, t.personId, t.startedOn] })],
);
