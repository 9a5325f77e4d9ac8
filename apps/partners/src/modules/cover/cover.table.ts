import { isOneOf } from '@postern/access-facts';
import { check, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';
import type { CoverState } from './cover.machine.ts';
import { COVER_STATES } from './cover.machine.ts';

/** One request for all of a colleague's work, until a moment. */
export const coverRequest = partners.table(
  'cover_request',
  {
    id: uuid().primaryKey(),
    askedBy: uuid('asked_by').notNull(),
    agencyId: uuid('agency_id').notNull(),
    colleagueId: uuid('colleague_id').notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
    reason: text().notNull(),
    state: text().$type<CoverState>().notNull(),
    revision: integer().notNull().default(1),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.state, t.askedAt),
    check('cover_request_state', isOneOf(t.state, COVER_STATES)),
  ],
);
