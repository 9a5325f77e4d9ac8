import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

export const REVIEW_KINDS = ['AUDIT', 'REVIEW'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_ACCESS_STATES = [
  'PROPOSED',
  'ACCEPTED',
  'OPEN',
  'COMPLETE',
  'EXPIRED',
  'LEARNING_PUBLISHED',
  'WITHDRAWN',
] as const;
export type ReviewAccessState = (typeof REVIEW_ACCESS_STATES)[number];

/** Stages of a safeguarding review; files are read in the second alone (SOM-8.6). */
export const REVIEW_STAGES = ['STAGE_SCOPING', 'STAGE_REVIEW', 'STAGE_REPORT'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

/** A look at named cases from outside their teams, by one person and until a day (SHR-6a, SOM-8). */
export const reviewAccess = partners.table(
  'review_access',
  {
    id: uuid().primaryKey(),
    kind: text().$type<ReviewKind>().notNull(),
    /** Who looks. */
    accountId: uuid('account_id').notNull(),
    /** What is to be learned. */
    about: text().notNull(),
    state: text().$type<ReviewAccessState>().notNull(),
    /** Of a review that is open. */
    stage: text().$type<ReviewStage>(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    acceptedBy: uuid('accepted_by'),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    /** What was learned, without anybody in it. */
    learning: text(),
    /** Until when others read what was learned; null: until it is taken away (STA-6.1b). */
    onlineUntil: timestamp('online_until', { withTimezone: true }),
  },
  (t) => [
    index().on(t.accountId),
    index().on(t.proposedAt, t.id),
    index().on(t.endsAt).where(sql`${t.state} = 'OPEN'`),
    check('review_access_kind', isOneOf(t.kind, REVIEW_KINDS)),
    check('review_access_state', isOneOf(t.state, REVIEW_ACCESS_STATES)),
    check('review_access_stage', isOneOf(t.stage, REVIEW_STAGES)),
    check(
      'review_access_learning',
      sql`${t.state} <> 'LEARNING_PUBLISHED' OR ${isWritten(t.learning)}`,
    ),
  ],
);

/** One case that is looked at: the proceeding in which it is, and the grant that lets somebody read. */
export const reviewCase = partners.table(
  'review_case',
  {
    reviewId: uuid('review_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    proceedingId: uuid('proceeding_id').notNull(),
    grantId: uuid('grant_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.episodeId] })],
);
