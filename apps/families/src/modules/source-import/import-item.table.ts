import { isOneOf, isWritten } from '@postern/access-facts';
import type { SourceName } from '@postern/agreements';
import { SOURCE_NAMES } from '@postern/agreements';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PersonEntryKind } from '../entry/person-entry.table.ts';
import { families } from '../schema.ts';

/** Where an item of the pool stands; one that left it is on the record of steps alone. */
export const IMPORT_ITEM_STATES = ['WAITING', 'UNCLEAR', 'MATCHED', 'NO_MATCH'] as const;
export type ImportItemState = (typeof IMPORT_ITEM_STATES)[number];

/** What a source sent at once. */
export const importBatch = families.table(
  'import_batch',
  {
    id: uuid().primaryKey(),
    agencyId: uuid('agency_id').notNull(),
    source: text().$type<SourceName>().notNull(),
    sentBy: uuid('sent_by').notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    receivedOn: date('received_on').notNull(),
  },
  (t) => [index().on(t.receivedOn), check('import_batch_source', isOneOf(t.source, SOURCE_NAMES))],
);

/**
 * One item that a source sent about somebody: in the pool until a person of the data hub says whose it is, and no longer than
 * twelve months from its first receipt (DEV-A3-12m). No rule of the policy reads it.
 */
export const importItem = families.table(
  'import_item',
  {
    id: uuid().primaryKey(),
    batchId: uuid('batch_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    source: text().$type<SourceName>().notNull(),
    /** By which its source knows it. */
    reference: text().notNull(),
    /** The day of the first receipt: what is sent anew does not stay longer. */
    receivedOn: date('received_on').notNull(),
    state: text().$type<ImportItemState>().notNull(),
    /** Counted up by every step and every writing; a decision names the one that it was made on. */
    revision: integer().notNull().default(1),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    dateOfBirth: date('date_of_birth').notNull(),
    addressLine: text('address_line'),
    postcode: text(),
    uprn: text(),
    /** Name and address as they are compared; a trigger keeps them. */
    nameKey: text('name_key').notNull().default(''),
    addressKey: text('address_key'),
    kind: text().$type<PersonEntryKind>().notNull(),
    /** Which of the programme's criteria it counts towards. */
    criterion: text().notNull(),
    label: text().notNull(),
    detail: text(),
    status: text(),
    percentage: integer(),
    startedOn: date('started_on'),
    endedOn: date('ended_on'),
    /** The law it came under, by its source; it goes with the entry as its purpose lock. */
    heldUnder: text('held_under'),
    /** Whose it is, and the entry that it became. */
    personId: uuid('person_id'),
    entryId: uuid('entry_id'),
    decidedBy: uuid('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    /** The candidate by which it was made known to early help; it may be gone since. */
    candidateId: uuid('candidate_id'),
  },
  (t) => [
    unique().on(t.agencyId, t.source, t.reference),
    index().on(t.batchId),
    index().on(t.receivedOn, t.id),
    index().on(t.addressKey),
    index().on(t.dateOfBirth, t.nameKey),
    check('import_item_state', isOneOf(t.state, IMPORT_ITEM_STATES)),
    check('import_item_source', isOneOf(t.source, SOURCE_NAMES)),
    check(
      'import_item_matched',
      sql`(${t.state} = 'MATCHED') = (${t.personId} IS NOT NULL) and (${t.personId} IS NULL) = (${t.entryId} IS NULL)`,
    ),
    check(
      'import_item_decided',
      sql`(${t.state} = 'WAITING') = (${t.decidedBy} IS NULL) and (${t.decidedBy} IS NULL) = (${t.decidedAt} IS NULL)`,
    ),
  ],
);

/**
 * What was matched and has left the pool: that it is on a record because of which item, and nothing of what it said. By it its
 * source and whoever matches can still put right what stands there (SHR-4.5, DEV-A3-acc2).
 */
export const importMatch = families.table(
  'import_match',
  {
    /** The item's. */
    id: uuid().primaryKey(),
    agencyId: uuid('agency_id').notNull(),
    source: text().$type<SourceName>().notNull(),
    reference: text().notNull(),
    /** The item's when it left, counted up by every writing since. */
    revision: integer().notNull(),
    heldUnder: text('held_under'),
    personId: uuid('person_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    decidedBy: uuid('decided_by').notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    unique().on(t.agencyId, t.source, t.reference),
    unique().on(t.entryId),
    index().on(t.personId),
    check('import_match_source', isOneOf(t.source, SOURCE_NAMES)),
  ],
);

/** What an item said before its source sent it anew. */
export const importItemVersion = families.table(
  'import_item_version',
  {
    itemId: uuid('item_id').notNull(),
    /** The revision that the item had while it said so. */
    revision: integer().notNull(),
    was: jsonb().notNull(),
    sentBy: uuid('sent_by').notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.revision] })],
);

/** That somebody elsewhere matters to a family: a professional's view, with author and reason (DEV-A4-2). */
export const importLink = families.table(
  'import_link',
  {
    id: uuid().primaryKey(),
    itemId: uuid('item_id').notNull(),
    otherId: uuid('other_id').notNull(),
    statedBy: uuid('stated_by').notNull(),
    agencyId: uuid('agency_id').notNull(),
    reason: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedBy: uuid('ended_by'),
    endReason: text('end_reason'),
  },
  (t) => [
    index().on(t.itemId),
    index().on(t.otherId),
    check('import_link_two', sql`${t.itemId} <> ${t.otherId}`),
    check('import_link_reason', isWritten(t.reason)),
    check(
      'import_link_ended',
      sql`(${t.endedAt} IS NULL) = (${t.endedBy} IS NULL) and (${t.endedAt} IS NULL or ${isWritten(t.endReason)})`,
    ),
  ],
);

export const DELETION_CAUSES = ['TWELVE_MONTHS', 'WITHDRAWN_BY_SOURCE'] as const;
export type DeletionCause = (typeof DELETION_CAUSES)[number];

/** That items of the pool were deleted, and why: how many of which source, and nothing of anybody (DEV-A3-12m). */
export const importCertificate = families.table(
  'import_certificate',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Null of a candidate, which is of several. */
    agencyId: uuid('agency_id'),
    source: text().notNull(),
    receivedOn: date('received_on').notNull(),
    cause: text().$type<DeletionCause>().notNull(),
    items: integer().notNull(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }).notNull(),
  },
  (t) => [check('import_certificate_cause', isOneOf(t.cause, DELETION_CAUSES))],
);
