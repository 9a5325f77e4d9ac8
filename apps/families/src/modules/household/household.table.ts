import { writingsColumn } from '@postern/recording';
import { date, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

export const household = families.table(
  'household',
  {
    id: uuid().primaryKey(),
    familyId: uuid('family_id').notNull(),
    name: text().notNull(),
    writings: writingsColumn(),
  },
  (t) => [index().on(t.familyId)],
);

/** Where a household lives or lived; no end date means now. */
export const householdAddress = families.table(
  'household_address',
  {
    id: uuid().primaryKey(),
    householdId: uuid('household_id').notNull(),
    familyId: uuid('family_id').notNull(),
    line: text().notNull(),
    town: text().notNull(),
    postcode: text().notNull(),
    /** Unique property reference number. */
    uprn: text(),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
    writings: writingsColumn(),
  },
  (t) => [index().on(t.householdId), index().on(t.familyId)],
);

/** Who lives or lived in a household; projected into `access.household_person`. */
export const householdMember = families.table(
  'household_member',
  {
    householdId: uuid('household_id').notNull(),
    personId: uuid('person_id').notNull(),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
  },
  (t) => [primaryKey({ columns: [t.householdId, t.personId, t.startedOn] })],
);
