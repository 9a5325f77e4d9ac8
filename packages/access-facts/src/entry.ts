import { integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Whether an entry states fact, opinion, or both (STA-2.2f). */
export const ENTRY_NATURES = ['FACT', 'OPINION', 'MIXED'] as const;
export type EntryNature = (typeof ENTRY_NATURES)[number];

/** Provenance that every entry carries: author, agency, time, fact or opinion (SHR-3.4.11b, STA-2.2f). */
export function provenanceColumns() {
  return {
    recordedBy: uuid('recorded_by').notNull(),
    agencyId: uuid('agency_id').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    nature: text().$type<EntryNature>().notNull(),
  };
}

/** What the law that applies to an entry's source makes of it beyond its type; null where nothing does. */
export function handlingColumns() {
  return {
    /** A class key stricter than the type's own: free text that reveals health or an offence. */
    rowClass: text('row_class'),
    /** A key of `PURPOSE_LOCKS`: set at ingest, it travels with the entry. */
    purposeLock: text('purpose_lock'),
  };
}

/** How often an entry was written, and who wrote it last where that is not who recorded it. */
export function writingColumns() {
  return {
    /** Counted up by every writing. */
    revision: integer().notNull().default(1),
    changedBy: uuid('changed_by'),
    changedAt: timestamp('changed_at', { withTimezone: true }),
  };
}

/** Provenance, handling, and the persons an entry concerns. */
export function entryColumns() {
  return {
    ...provenanceColumns(),
    ...handlingColumns(),
    ...writingColumns(),
    concerns: uuid().array().notNull(),
  };
}
