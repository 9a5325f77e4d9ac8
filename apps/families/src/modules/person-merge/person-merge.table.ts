import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

export const PERSON_MERGE_STATES = ['PROPOSED', 'MERGED', 'REFUSED', 'UNMERGED'] as const;
export type PersonMergeState = (typeof PERSON_MERGE_STATES)[number];

/** That two records are of one person: proposed by whoever keeps both, decided by a second person of the host. */
export const personMerge = families.table(
  'person_merge',
  {
    id: uuid().primaryKey(),
    /** The record that stays: what is recorded of either is found under it. */
    keptId: uuid('kept_id').notNull(),
    mergedId: uuid('merged_id').notNull(),
    state: text().$type<PersonMergeState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    /** By what it was seen that they are one. */
    evidence: text().notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    /** Why it was decided so, and why it was taken back. */
    reasons: text(),
  },
  (t) => [
    index().on(t.keptId, t.state),
    // One record stands under one other.
    uniqueIndex('person_merge_merged').on(t.mergedId).where(sql`${t.state} = 'MERGED'`),
    check('person_merge_state', isOneOf(t.state, PERSON_MERGE_STATES)),
    check('person_merge_two', sql`${t.keptId} <> ${t.mergedId}`),
    check('person_merge_evidence', isWritten(t.evidence)),
    check(
      'person_merge_second_person',
      sql`(${t.state} = 'PROPOSED') = (${t.decidedBy} is null) and ${t.decidedBy} is distinct from ${t.proposedBy}`,
    ),
  ],
);

export const CARRIED_KINDS = [
  'RESTRICTION',
  'PROCESSING_RESTRICTION',
  'EXCLUSION',
  'WITHHELD_PERSON',
  'DISCLOSURE_LIMIT',
] as const;

/**
 * What hides something of one record and was carried over to the other, so that it can be taken back as it came. What came
 * meanwhile stays noted when they are parted: it ends with its source, and is no source itself.
 */
export const personMergeCopy = families.table(
  'person_merge_copy',
  {
    copyId: uuid('copy_id').primaryKey(),
    sourceId: uuid('source_id').notNull(),
    kind: text().$type<(typeof CARRIED_KINDS)[number]>().notNull(),
    keptId: uuid('kept_id').notNull(),
    /** Whether the source is newer than the merge: whom it was meant for nobody can tell, so it goes on hiding for both. */
    meanwhile: boolean().notNull(),
  },
  (t) => [
    index().on(t.keptId),
    index().on(t.sourceId),
    check('person_merge_copy_kind', isOneOf(t.kind, CARRIED_KINDS)),
  ],
);

/** An entry recorded while two records were one, and assigned to the other of them when they were parted. */
export const personMergeMove = families.table(
  'person_merge_move',
  {
    mergeId: uuid('merge_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    fromPersonId: uuid('from_person_id').notNull(),
    toPersonId: uuid('to_person_id').notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.mergeId)],
);
