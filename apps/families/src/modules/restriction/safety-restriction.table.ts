import { provenanceColumns } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

/** Details that protect a person, hidden from one agency or one person, and why; projected into `access.restriction` (STA-5.1b). */
export const safetyRestriction = families.table(
  'safety_restriction',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    familyId: uuid('family_id').notNull(),
    protectedPersonId: uuid('protected_person_id').notNull(),
    itemId: uuid('item_id'),
    coordinates: text().array().notNull(),
    hiddenFromAgencyId: uuid('hidden_from_agency_id'),
    hiddenFromPersonId: uuid('hidden_from_person_id'),
    reason: text().notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    ...provenanceColumns(),
  },
  (t) => [
    check(
      'safety_restriction_one',
      sql`(${t.hiddenFromAgencyId} IS NULL) <> (${t.hiddenFromPersonId} IS NULL)`,
    ),
  ],
);

/** What hides an address because it hid another of the household before, and what that was: the one ends with the other. */
export const nextAddressCopy = families.table(
  'next_address_copy',
  {
    copyId: uuid('copy_id').primaryKey(),
    sourceId: uuid('source_id').notNull(),
  },
  (t) => [index().on(t.sourceId)],
);
