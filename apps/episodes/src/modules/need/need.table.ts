import { entryColumns } from '@postern/access-facts';
import { date, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/** The ten headline outcomes of the national framework, in its order. */
export const HEADLINE_OUTCOMES = [
  'GOOD_EDUCATION',
  'EARLY_YEARS_DEVELOPMENT',
  'MENTAL_AND_PHYSICAL_HEALTH',
  'SUBSTANCE_USE_RECOVERY',
  'FAMILY_RELATIONSHIPS',
  'SAFE_FROM_ABUSE_AND_EXPLOITATION',
  'CRIME_PREVENTION',
  'SAFE_FROM_DOMESTIC_ABUSE',
  'SECURE_HOUSING',
  'FINANCIAL_STABILITY',
] as const;
export type HeadlineOutcome = (typeof HEADLINE_OUTCOMES)[number];

export const need = episodes.table(
  'need',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    outcome: text().$type<HeadlineOutcome>().notNull(),
    description: text(),
    identifiedOn: date('identified_on').notNull(),
    metOn: date('met_on'),
    /** Where the family itself puts it among its needs, 1 first (SHR-1.2b). */
    familyRank: integer('family_rank'),
    ...entryColumns(),
  },
  (t) => [index().on(t.episodeId)],
);
