import type { EpisodeStatus } from '@postern/access-facts';
import { provenanceColumns } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

export const END_REASONS = [
  'OUTCOMES_MET',
  'STEP_UP',
  'MOVED',
  'DISENGAGED',
  'DECLINED_OR_WITHDREW',
  'NO_FURTHER_ACTION',
  'DECEASED',
  'OTHER',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** One period of early help to one family (Standard Safeguarding Dataset: ssd_early_help_episodes). Projected into `access.episode`. */
export const episode = episodes.table(
  'episode',
  {
    id: uuid().primaryKey(),
    reference: text().notNull().unique(),
    familyId: uuid('family_id').notNull(),
    status: text().$type<EpisodeStatus>().notNull(),
    /** Level of need, 1 (universal) to 4 (specialist or statutory). */
    levelOfNeed: integer('level_of_need').notNull(),
    openedOn: date('opened_on').notNull(),
    closedOn: date('closed_on'),
    reason: text(),
    endReason: text('end_reason').$type<EndReason>(),
    /** The agency that leads (SSD: allocated organisation). */
    allocatedAgencyId: uuid('allocated_agency_id').notNull(),
    /** Counted up by every command; a command names the one that it was decided on. */
    revision: integer().notNull().default(1),
    /** Since when it stands where it does; null of what stood there before commands were taken. */
    statusSince: timestamp('status_since', { withTimezone: true }),
    /** Where a closing that is called off goes back to; null while nothing is being closed. */
    closingFrom: text('closing_from').$type<EpisodeStatus>(),
    /** Whether help never began: such an episode is of no programme (SHR-3.4.2c). */
    neverOpened: boolean('never_opened').notNull().default(false),
    /** Who led when it closed and follows the outcome up, and from when (DEV-A4-5); null where nobody does. */
    followUpBy: uuid('follow_up_by'),
    followUpAt: timestamp('follow_up_at', { withTimezone: true }),
  },
  (t) => [
    index().on(t.familyId),
    index('episode_waiting').on(t.openedOn).where(sql`${t.status} IN ('CONTACT', 'SCREENING')`),
    index().on(t.followUpAt).where(sql`${t.status} = 'CLOSED'`),
    index('episode_supported').on(t.openedOn).where(sql`${t.status} IN ('OPEN', 'OPEN_TAF')`),
  ],
);

/** The persons an episode concerns; projected into `access.episode_person`. */
export const episodePerson = episodes.table(
  'episode_person',
  {
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.episodeId, t.personId] })],
);

/** A change of the level of need, with its reason. */
export const levelTransition = episodes.table(
  'level_transition',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    direction: text().$type<'UP' | 'DOWN' | 'SAME'>().notNull(),
    fromLevel: integer('from_level').notNull(),
    toLevel: integer('to_level').notNull(),
    reason: text().notNull(),
    ...provenanceColumns(),
  },
  (t) => [index().on(t.episodeId)],
);
