import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

/**
 * A safety restriction: hides details that protect a person from one named agency or one named person, never from the
 * whole team. With `itemId` it hides the coordinates of that row alone (an address, a household, a
 * meeting); without, those of every row about the protected person.
 */
export const restriction = access.table(
  'restriction',
  {
    id: uuid().primaryKey(),
    protectedPersonId: uuid('protected_person_id').notNull(),
    /** The family whose record shows the detail: what is made of it (Family.address) is hidden with it. */
    familyId: uuid('family_id').notNull(),
    itemId: uuid('item_id'),
    /** `Type.field` coordinates. */
    coordinates: text().array().notNull(),
    hiddenFromAgencyId: uuid('hidden_from_agency_id'),
    hiddenFromPersonId: uuid('hidden_from_person_id'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
  },
  (t) => [index().on(t.hiddenFromAgencyId), index().on(t.hiddenFromPersonId)],
);

/** A right exercised: use of these details of a person is restricted for everybody but the person (PN-r-obj). */
export const processingRestriction = access.table(
  'processing_restriction',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id').notNull(),
    /** `Type.field` coordinates. */
    coordinates: text().array().notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
  },
  (t) => [index().on(t.personId)],
);
