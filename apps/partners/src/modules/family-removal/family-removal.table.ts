import { isOneOf } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';
import type { FamilyRemovalState } from './family-removal.machine.ts';
import { FAMILY_REMOVAL_STATES } from './family-removal.machine.ts';

/** An agency or a worker whom a family had removed from its episode, and whether they have been told so (SHR-8.2.1i). */
export const familyRemoval = partners.table(
  'family_removal',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    /** The one worker whose access ended; null where the whole agency is kept out. */
    accountId: uuid('account_id'),
    /** Whether anybody lost access by it: only then there is somebody to tell. */
    heldAccess: boolean('held_access').notNull(),
    state: text().$type<FamilyRemovalState>().notNull(),
    revision: integer().notNull().default(1),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    toldAt: timestamp('told_at', { withTimezone: true }),
  },
  (t) => [
    index().on(t.state, t.dueAt),
    check('family_removal_state', isOneOf(t.state, FAMILY_REMOVAL_STATES)),
    check(
      'family_removal_told',
      sql`(${t.state} IN ('TOLD', 'ENDED')) = (${t.toldAt} IS NOT NULL)`,
    ),
  ],
);
