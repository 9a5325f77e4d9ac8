import { index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** What a draft is there for: to change rules, or to bring back those of an earlier version. */
export const DRAFT_KINDS = ['CHANGE', 'ROLLBACK'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** Where a draft stands. `ACTIVE_UNCONFIRMED` only narrows, is in force already, and waits for its second person. */
export const DRAFT_STATES = [
  'EDITING',
  'SUBMITTED',
  'ACTIVE_UNCONFIRMED',
  'PUBLISHED',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** A set of changes on a version of the policy; it decides nothing until a second person publishes it as a version. */
export const policyDraft = partners.table(
  'policy_draft',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().$type<DraftKind>().notNull(),
    title: text().notNull(),
    reason: text().notNull(),
    state: text().$type<DraftState>().notNull(),
    /** The version that the changes are to be made to. */
    baseVersion: integer('base_version').notNull(),
    /** Of a rollback: the version whose rules come back. */
    rollsBackTo: integer('rolls_back_to'),
    /** Counted up by every step; an edit names the one that it was made on. */
    revision: integer().notNull().default(1),
    createdBy: uuid('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    publishedVersion: integer('published_version'),
    /** When the version published from it is in force from. */
    activatesAt: timestamp('activates_at', { withTimezone: true }),
  },
  (t) => [index().on(t.createdAt, t.id)],
);
