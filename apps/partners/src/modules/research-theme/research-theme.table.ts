import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ExtractField, SecureMethod } from '../extract-agreement/extract-catalogue.ts';
import { SECURE_METHODS, SMALLEST_CLASS } from '../extract-agreement/extract-catalogue.ts';
import { partners } from '../schema.ts';

export const THEME_STATES = ['PROPOSED', 'APPROVED', 'WITHDRAWN'] as const;
export type ThemeState = (typeof THEME_STATES)[number];

/** What a sub-group of the partnership wants to learn, and from what; of nobody, and never of one family (SOM-1.5). */
export const researchTheme = partners.table(
  'research_theme',
  {
    id: uuid().primaryKey(),
    state: text().$type<ThemeState>().notNull(),
    revision: integer().notNull().default(1),
    /** Which sub-group it is from. */
    subgroup: text().notNull(),
    title: text().notNull(),
    question: text().notNull(),
    /** What an extract may hold, of the catalogue, and of each why the question needs it, in their order (SOM-1.7). */
    fields: text().array().$type<readonly ExtractField[]>().notNull(),
    needs: text().array().notNull(),
    comparisonGroup: boolean('comparison_group').notNull(),
    smallestClass: integer('smallest_class').notNull(),
    /** The one partner that matches, and who is instructed (SOM-6.16.3–5). */
    matchingAgencyId: uuid('matching_agency_id').notNull(),
    analysts: uuid().array().notNull(),
    method: text().$type<SecureMethod>().notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    destroyBy: date('destroy_by').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.proposedAt, t.id),
    check('research_theme_state', isOneOf(t.state, THEME_STATES)),
    check('research_theme_question', isWritten(t.question)),
    check('research_theme_needs', sql`cardinality(${t.needs}) = cardinality(${t.fields})`),
    check('research_theme_method', isOneOf(t.method, SECURE_METHODS)),
    check('research_theme_smallest', sql`${t.smallestClass} >= ${sql.raw(String(SMALLEST_CLASS))}`),
  ],
);

/** That a partner agreed to a theme; all teams of the council are one partner. */
export const themeApproval = partners.table(
  'theme_approval',
  {
    id: uuid().primaryKey(),
    themeId: uuid('theme_id').notNull(),
    /** An agency’s id, or COUNCIL. */
    partner: text().notNull(),
    agencyId: uuid('agency_id').notNull(),
    approvedBy: uuid('approved_by').notNull(),
    approvedAt: timestamp('approved_at', { withTimezone: true }).notNull(),
  },
  (t) => [uniqueIndex('theme_approval_once').on(t.themeId, t.partner)],
);
