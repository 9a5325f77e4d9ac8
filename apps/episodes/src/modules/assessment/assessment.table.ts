import { entryColumns } from '@postern/access-facts';
import { date, index, text, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/** The six areas of the whole-family assessment (PN-areas). */
export const ASSESSMENT_AREAS = [
  'SAFE_IN_COMMUNITY',
  'EDUCATION_AND_SKILLS',
  'LIFE_CHANCES',
  'LIVING_STANDARDS',
  'SAFE_RELATIONSHIPS',
  'LIVING_WELL',
] as const;
export type AssessmentArea = (typeof ASSESSMENT_AREAS)[number];

export const assessment = episodes.table(
  'assessment',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    startedOn: date('started_on').notNull(),
    completedOn: date('completed_on'),
    reasons: text(),
    ...entryColumns(),
  },
  (t) => [index().on(t.episodeId)],
);

export const assessmentSection = episodes.table(
  'assessment_section',
  {
    id: uuid().primaryKey(),
    assessmentId: uuid('assessment_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    area: text().$type<AssessmentArea>().notNull(),
    summary: text(),
    strengths: text(),
    ...entryColumns(),
  },
  (t) => [index().on(t.assessmentId)],
);
