import { sql } from 'drizzle-orm';
import type { PgSchema } from 'drizzle-orm/pg-core';
import { bigint, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { transactionId } from './transaction-id.ts';

/**
 * Every writing of every record of a subgraph, only ever added to: what a record said before, so that nothing that was written
 * is lost when it is put right, and what changed since when.
 */
export function entryVersionTable(schema: PgSchema) {
  return schema.table(
    'entry_version',
    {
      position: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
      /** By which somebody goes on from here; it tells nothing of how much is written. */
      cursor: uuid().notNull().unique().defaultRandom(),
      /** The transaction that wrote it: positions are given before they are committed, and not committed in their order. */
      writtenIn: transactionId('written_in').notNull().default(sql`pg_current_xact_id()`),
      type: text().notNull(),
      itemId: uuid('item_id').notNull(),
      /** Null of what a source holds for a person. */
      episodeId: uuid('episode_id'),
      /** The revision that the record has from then on. */
      revision: integer().notNull(),
      /** What the columns that changed held before, by their names; null where the record is new. */
      was: jsonb(),
      reason: text(),
      /** Classes that its text may reveal and, as whoever wrote it says, does not. */
      reviewedFor: text('reviewed_for').array().notNull(),
      changedBy: uuid('changed_by').notNull(),
      changedByAgency: uuid('changed_by_agency').notNull(),
      at: timestamp({ withTimezone: true }).notNull(),
    },
    (t) => [index().on(t.itemId, t.revision), index().on(t.episodeId, t.position)],
  );
}
