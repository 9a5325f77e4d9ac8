import { sql } from 'drizzle-orm';
import type { PgSchema } from 'drizzle-orm/pg-core';
import { bigint, index, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { transactionId } from '../transaction-id.ts';

/**
 * Every writing of details that are of no episode, only ever added to: what a person's name was, where a household lived. As
 * `entryVersionTable` of what is recorded in one.
 */
export function detailVersionTable(schema: PgSchema) {
  return schema.table(
    'detail_version',
    {
      position: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
      /** The transaction that wrote it: positions are given before they are committed, and not committed in their order. */
      writtenIn: transactionId('written_in').notNull().default(sql`pg_current_xact_id()`),
      type: text().notNull(),
      itemId: uuid('item_id').notNull(),
      /** What the fields that changed held before, by their names; null where the record is new. */
      was: jsonb(),
      reason: text(),
      changedBy: uuid('changed_by').notNull(),
      changedByAgency: uuid('changed_by_agency').notNull(),
      at: timestamp({ withTimezone: true }).notNull(),
    },
    (t) => [index().on(t.itemId, t.position)],
  );
}
