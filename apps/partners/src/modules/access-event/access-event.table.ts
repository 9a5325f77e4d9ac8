import type { OnBehalfOf } from '@postern/steps';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** One step in the life of an agency, an account, a grant or whatever else access follows from: only ever added (SHR-8.3.7h). */
export const accessEvent = partners.table(
  'access_event',
  {
    id: uuid().primaryKey().defaultRandom(),
    position: integer().notNull().generatedAlwaysAsIdentity(),
    /** The machine it is a step of, and what took it. */
    machine: text().notNull(),
    subjectId: uuid('subject_id').notNull(),
    move: text().notNull(),
    /** Null of what begins. */
    before: text(),
    after: text().notNull(),
    /** Null where the service itself acts, because a time came. */
    actorId: uuid('actor_id'),
    actorAgencyId: uuid('actor_agency_id'),
    onBehalfOf: text('on_behalf_of').$type<OnBehalfOf>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    reason: text().notNull(),
    /** Causes, dates and ids that the step was taken with: names of this product and ids, never what somebody wrote. */
    details: jsonb().notNull(),
    /** Whose access it is about, at which agency, to which episode, as far as it is about one. */
    accountId: uuid('account_id'),
    agencyId: uuid('agency_id'),
    episodeId: uuid('episode_id'),
    /**
     * Whether it is about families that it does not name: somebody asked, tried, offered or looked before it was known whom they
     * meant, or it is about people, whose records are not told.
     */
    ofUnnamedFamily: boolean('of_unnamed_family')
      .notNull()
      .generatedAlwaysAs(
        sql`episode_id IS NULL AND machine IN ('ACCESS_REQUEST', 'OVERRIDE', 'COVER', 'REVIEW_ACCESS', 'PERSON_MERGE', 'ADOPTION', 'PARENTAL_RESPONSIBILITY', 'IMPORT_ITEM', 'IMPORT_LINK', 'MATCH_CANDIDATE')`,
      ),
  },
  (t) => [
    index().on(t.subjectId, t.position),
    index().on(t.accountId, t.position),
    index().on(t.position, t.id),
  ],
);
