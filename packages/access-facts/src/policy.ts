import { index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

/** An immutable, approved set of rules. The live one is the latest whose `activatedAt` has passed. */
export const policyVersion = access.table('policy_version', {
  version: integer().primaryKey(),
  agreement: text().notNull(),
  proposedBy: text('proposed_by').notNull(),
  /** Null of a version that only narrows and was active before its approval, which then stands on the record of its draft. */
  approvedBy: text('approved_by'),
  reason: text().notNull(),
  activatedAt: timestamp('activated_at', { withTimezone: true }).notNull(),
  /** What notices a rule that was altered, lost or added after approval (`sealOf`). */
  seal: jsonb().notNull(),
  id: uuid().notNull().unique().defaultRandom(),
  /** The draft that it was published from; null of the first. */
  draftId: uuid('draft_id'),
});

/** One line of policy as stored; `@postern/policy` parses it and refuses what it does not know. */
export const policyRule = access.table(
  'policy_rule',
  {
    id: uuid().primaryKey(),
    version: integer().notNull(),
    name: text().notNull(),
    body: jsonb().notNull(),
  },
  (t) => [index().on(t.version)],
);
