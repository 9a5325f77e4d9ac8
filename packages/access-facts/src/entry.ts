import { text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Whether an entry states fact, opinion, or both (STA-2.2f). */
export const ENTRY_NATURES = ['FACT', 'OPINION', 'MIXED'] as const;
export type EntryNature = (typeof ENTRY_NATURES)[number];

/** Provenance that every entry carries: author, agency, time, fact or opinion (SHR-3.4.11b, STA-2.2f, invariant 8). */
export function provenanceColumns() {
  return {
    recordedBy: uuid('recorded_by').notNull(),
    agencyId: uuid('agency_id').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    nature: text().$type<EntryNature>().notNull(),
  };
}

/** Provenance and the persons an entry concerns. */
export function entryColumns() {
  return { ...provenanceColumns(), concerns: uuid().array().notNull() };
}
