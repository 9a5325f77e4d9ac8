import { provenanceColumns } from '@postern/access-facts';
import { date, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

export const PERSON_ENTRY_KINDS = [
  'ETHNICITY',
  'RELIGION',
  'DISABILITY',
  'HEALTH_CONDITION',
  'MENTAL_HEALTH',
  'SUBSTANCE_USE',
  'CONVICTION',
  'INVESTIGATION',
  'POLICE_INCIDENT',
  'YOUTH_JUSTICE',
  'DOMESTIC_ABUSE',
  'ATTENDANCE',
  'SCHOOL_EXCLUSION',
  'SCHOOL_BEHAVIOUR',
  'SPECIAL_EDUCATIONAL_NEED',
  'HOUSING',
  'EMPLOYMENT',
  'FINANCE',
  'SOCIAL_CARE',
] as const;
export type PersonEntryKind = (typeof PERSON_ENTRY_KINDS)[number];

/**
 * One recorded fact or opinion about one person that needs more than a grant to read.
 * `episodeId` is the episode it was recorded in; null when a source system holds it for the person.
 */
export const personEntry = families.table(
  'person_entry',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id').notNull(),
    episodeId: uuid('episode_id'),
    kind: text().$type<PersonEntryKind>().notNull(),
    label: text().notNull(),
    detail: text(),
    status: text(),
    /** Percent, for attendance. */
    percentage: integer(),
    startedOn: date('started_on'),
    endedOn: date('ended_on'),
    ...provenanceColumns(),
  },
  (t) => [index().on(t.personId, t.kind)],
);
