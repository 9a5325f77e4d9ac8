import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, date, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';
import type { ExplanationState, OverrideState } from './override.machine.ts';
import { EXPLANATION_STATES, OVERRIDE_STATES } from './override.machine.ts';

/** Every attempt to reach a family for safeguarding without access to it, whether or not it found one (SHR-3.5L-e). */
export const safeguardingOverride = partners.table(
  'safeguarding_override',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    /** Null of an attempt that opened nothing. */
    grantId: uuid('grant_id'),
    episodeId: uuid('episode_id'),
    /** The families that it may have meant, though nothing was opened: who has a relationship with one reads nothing of it. */
    families: uuid().array().notNull().default([]),
    persons: uuid().array().notNull(),
    classes: text().array().notNull(),
    reason: text().notNull(),
    noOtherWay: text('no_other_way').notNull(),
    state: text().$type<OverrideState>().notNull(),
    explanation: text().$type<ExplanationState>().notNull(),
    revision: integer().notNull().default(1),
    at: timestamp({ withTimezone: true }).notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
    explainBy: timestamp('explain_by', { withTimezone: true }).notNull(),
    toldOn: date('told_on'),
    /** How it was told, or why it was not. */
    explained: text(),
    reviewedBy: uuid('reviewed_by'),
  },
  (t) => [
    index().on(t.accountId, t.at),
    index().on(t.explanation, t.explainBy),
    check('safeguarding_override_state', isOneOf(t.state, OVERRIDE_STATES)),
    check('safeguarding_override_explanation', isOneOf(t.explanation, EXPLANATION_STATES)),
    // Nothing is opened for no reason, nor where another way was not thought of.
    check(
      'safeguarding_override_reasons',
      sql`${isWritten(t.reason)} AND ${isWritten(t.noOtherWay)}`,
    ),
    check(
      'safeguarding_override_family',
      sql`${t.episodeId} IS NULL OR cardinality(${t.families}) > 0`,
    ),
    check(
      'safeguarding_override_opened',
      sql`(${t.grantId} IS NULL) = (${t.state} IN ('NO_MATCH', 'LIMITED'))`,
    ),
  ],
);
