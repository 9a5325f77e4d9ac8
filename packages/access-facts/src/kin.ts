import { date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

/** Which person a family member's account is, as the council verified it. */
export const accountPerson = access.table('account_person', {
  accountId: uuid('account_id').primaryKey(),
  personId: uuid('person_id').notNull(),
  verifiedAt: timestamp('verified_at', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }),
});

/** Parental responsibility of one person for another, with the evidence that was seen; it ends at 18 at the latest. */
export const parentalResponsibility = access.table(
  'parental_responsibility',
  {
    id: uuid().primaryKey(),
    holderId: uuid('holder_id').notNull(),
    childId: uuid('child_id').notNull(),
    /** What was seen, e.g. a birth certificate or a court order; null where nothing was, and then nothing follows from it. */
    evidence: text(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
  },
  (t) => [index().on(t.holderId), index().on(t.childId)],
);

/** Who lives or lived in a household; written by the families subgraph's trigger in the same transaction. */
export const householdPerson = access.table(
  'household_person',
  {
    householdId: uuid('household_id').notNull(),
    personId: uuid('person_id').notNull(),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
  },
  (t) => [index().on(t.personId, t.householdId)],
);

/**
 * Who has died, and when: nothing goes out to them or about them any more, and their account has ended. What is recorded of
 * them is in the same confidence as before (STA-3.1d). Written by the families subgraph's trigger in the same transaction.
 */
export const deceasedPerson = access.table('deceased_person', {
  personId: uuid('person_id').primaryKey(),
  diedOn: date('died_on').notNull(),
});
