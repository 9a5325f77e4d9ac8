import { boolean, jsonb, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

export const CHANGE_KINDS = ['ADD', 'CHANGE', 'REMOVE'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a draft does to one rule: the rule as the base has it, and as it is to be. */
export const policyChange = partners.table(
  'policy_change',
  {
    id: uuid().primaryKey().defaultRandom(),
    draftId: uuid('draft_id').notNull(),
    rule: text().notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    before: jsonb(),
    after: jsonb(),
    /** Whether the rule has changed since in a way that this change does not know of. */
    collides: boolean().notNull().default(false),
    reason: text().notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique().on(t.draftId, t.rule)],
);
