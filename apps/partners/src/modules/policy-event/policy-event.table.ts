import { index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

export const EVENT_KINDS = [
  'CREATED',
  'RULE_ADDED',
  'RULE_CHANGED',
  'RULE_REMOVED',
  'CHANGE_UNDONE',
  'REBASED',
  'SUBMITTED',
  'WITHDRAWN',
  'ACTIVATED_BEFORE_APPROVAL',
  'APPROVED',
  'CONFIRMED',
  'REFUSED',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One step of a change to the policy, as it was taken: only ever added (SHR-8.3.7h). */
export const policyEvent = partners.table(
  'policy_event',
  {
    id: uuid().primaryKey().defaultRandom(),
    position: integer().notNull().generatedAlwaysAsIdentity(),
    kind: text().$type<EventKind>().notNull(),
    draftId: uuid('draft_id').notNull(),
    /** The version that the step brought about. */
    version: integer(),
    actorId: uuid('actor_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    before: jsonb(),
    after: jsonb(),
    reason: text().notNull(),
  },
  (t) => [index().on(t.draftId, t.position), index().on(t.position, t.id)],
);
