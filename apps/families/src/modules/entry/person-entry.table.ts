import { handlingColumns, provenanceColumns, writingColumns } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, text, uuid } from 'drizzle-orm/pg-core';
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
  'SOCIAL_CARE_STATUS',
  'VOICE',
  'SAFEGUARDING_CONCERN',
  'SAFETY_ALERT',
  'GROUP_WORK',
  'COURT_ORDER',
  'CARING_ROLE',
  'CARE_RECEIVED',
] as const;
export type PersonEntryKind = (typeof PERSON_ENTRY_KINDS)[number];

/** What a court may order about a child, as far as those who help the family have to know it. */
export const COURT_ORDER_KINDS = [
  'CHILD_ARRANGEMENTS',
  'PROHIBITED_STEPS',
  'SPECIFIC_ISSUE',
  'CARE',
  'SUPERVISION',
  'SPECIAL_GUARDIANSHIP',
  'ADOPTION',
  'NON_MOLESTATION_OR_OCCUPATION',
  'OTHER',
] as const;

/**
 * One recorded fact or opinion about one person that not everybody with a grant reads.
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
    /** Percent, for attendance at school and in a group. */
    percentage: integer(),
    /** When somebody saw the order of a court. */
    seenOn: date('seen_on'),
    /** What is done for whoever receives care: an entry about the child who does it. */
    caringRoleId: uuid('caring_role_id'),
    startedOn: date('started_on'),
    endedOn: date('ended_on'),
    /** Whether the lead professional released it to the family; until then they do not read it. */
    releasedToFamily: boolean('released_to_family').notNull().default(false),
    ...provenanceColumns(),
    ...handlingColumns(),
    ...writingColumns(),
  },
  (t) => [
    index().on(t.personId, t.kind),
    index().on(t.caringRoleId),
    check(
      'person_entry_court_order',
      sql`${t.kind} <> 'COURT_ORDER' OR ${t.label} IN (${sql.raw(COURT_ORDER_KINDS.map((kind) => `'${kind}'`).join(', '))})`,
    ),
  ],
);
