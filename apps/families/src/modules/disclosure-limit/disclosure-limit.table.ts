import type { EntryNature } from '@postern/access-facts';
import { isOneOf } from '@postern/access-facts';
import { check, date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';
import type { LimitState } from './disclosure-limit.machine.ts';
import { LIMIT_STATES } from './disclosure-limit.machine.ts';

/**
 * A young person's limit on what parents see, from a moment on (SHR-3.4.3d); projected into `access.disclosure_limit`. An
 * override is followed by what the young person had chosen, from the moment at which it ends: nobody has to be there then.
 */
export const disclosureLimit = families.table(
  'disclosure_limit',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id').notNull(),
    level: text().$type<LimitState>().notNull(),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
    /** Who recorded it, for which agency and why; null of what was loaded. */
    recordedBy: uuid('recorded_by'),
    agencyId: uuid('agency_id'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }),
    nature: text().$type<EntryNature>(),
    reason: text(),
    /** The override that this ends by itself. */
    endsOverride: uuid('ends_override'),
    /** Of an override: when the young person was told, or why not. */
    toldOn: date('told_on'),
    notToldBecause: text('not_told_because'),
  },
  (t) => [
    index().on(t.personId, t.setAt),
    check('disclosure_limit_level', isOneOf(t.level, LIMIT_STATES)),
  ],
);
