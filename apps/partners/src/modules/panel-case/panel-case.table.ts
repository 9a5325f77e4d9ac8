import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';
import type { PanelCaseState } from './panel-case.machine.ts';
import { PANEL_CASE_STATES } from './panel-case.machine.ts';

/** The bases of Article 6 on which a public body may tell the panel without the family’s agreement (SHR-3.7.2b). */
export const PANEL_BASES = ['LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'PUBLIC_TASK'] as const;
export type PanelBasis = (typeof PANEL_BASES)[number];

/** How a family was told what the panel said. */
export const FEEDBACK_WAYS = ['VISIT', 'MEETING', 'TELEPHONE', 'VIDEO', 'LETTER'] as const;
export type FeedbackWay = (typeof FEEDBACK_WAYS)[number];

/** One family’s case, by the reference of its episode; what is said of the family is on its record and not here. */
export const panelCase = partners.table(
  'panel_case',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    /** What the episode is called; agendas name nobody (SHR-3.7.6b). */
    reference: text().notNull(),
    state: text().$type<PanelCaseState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    referredBy: uuid('referred_by').notNull(),
    agencyId: uuid('agency_id').notNull(),
    referredAt: timestamp('referred_at', { withTimezone: true }).notNull(),
    /** When it was talked over with the family, and when the family agreed in writing. */
    discussedOn: date('discussed_on'),
    agreedOn: date('agreed_on'),
    /** Where it did not: the law it is told by and why that applies, and when the family was told so or why not. */
    basis: text().$type<PanelBasis>(),
    because: text(),
    explainedOn: date('explained_on'),
    notExplainedBecause: text('not_explained_because'),
    /** From LISTED on. */
    meetingId: uuid('meeting_id'),
    itemAt: timestamp('item_at', { withTimezone: true }),
    proceedingId: uuid('proceeding_id'),
    presentedAt: timestamp('presented_at', { withTimezone: true }),
    feedbackRemindAt: timestamp('feedback_remind_at', { withTimezone: true }),
    feedbackDueAt: timestamp('feedback_due_at', { withTimezone: true }),
    feedbackOn: date('feedback_on'),
    feedbackWay: text('feedback_way').$type<FeedbackWay>(),
  },
  (t) => [
    uniqueIndex('panel_case_one_at_a_time')
      .on(t.episodeId)
      .where(sql`${t.state} NOT IN ('CLOSED', 'WITHDRAWN')`),
    index().on(t.meetingId),
    index().on(t.feedbackDueAt).where(sql`${t.state} = 'FAMILY_FEEDBACK_DUE'`),
    check('panel_case_state', isOneOf(t.state, PANEL_CASE_STATES)),
    check('panel_case_basis', isOneOf(t.basis, PANEL_BASES)),
    check('panel_case_feedback_way', isOneOf(t.feedbackWay, FEEDBACK_WAYS)),
    check(
      'panel_case_on_what',
      sql`${t.basis} IS NULL AND ${t.discussedOn} IS NOT NULL AND ${t.agreedOn} IS NOT NULL
        OR ${t.basis} IS NOT NULL AND ${t.agreedOn} IS NULL AND ${isWritten(t.because)}
          AND (${t.explainedOn} IS NOT NULL) <> (${isWritten(t.notExplainedBecause)})`,
    ),
    check(
      'panel_case_listed',
      sql`${t.state} IN ('REFERRED', 'WITHDRAWN') OR ${t.meetingId} IS NOT NULL AND ${t.itemAt} IS NOT NULL AND ${t.proceedingId} IS NOT NULL`,
    ),
  ],
);
