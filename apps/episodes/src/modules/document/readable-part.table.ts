import { integer, text, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/**
 * A view of the parts of those documents that were found clean, each with what decides about its document: no other content
 * is in it for anybody, and nothing of a document holds that does not hold of its parts.
 */
export const readablePart = episodes.table('readable_part', {
  id: uuid().primaryKey(),
  documentId: uuid('document_id').notNull(),
  number: integer().notNull(),
  bytes: integer().notNull(),
  /** In Base64. */
  content: text().notNull(),
  episodeId: uuid('episode_id').notNull(),
  agencyId: uuid('agency_id').notNull(),
  rowClass: text('row_class'),
  purposeLock: text('purpose_lock'),
  concerns: uuid().array().notNull(),
});
