import { entryColumns } from '@postern/access-facts';
import { customType, index, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';
import type { MediaType } from './content/media-types.ts';

/** What a document is of the work with a family. */
export const DOCUMENT_KINDS = [
  'FAMILY_AGREEMENT',
  'ASSESSMENT',
  'REPORT',
  'LETTER',
  'MINUTES',
  'COURT_ORDER',
  'OTHER',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Its content comes in; waits to be looked through; may be read; or was refused and is gone. */
export const DOCUMENT_STATES = ['RECEIVING', 'SCANNING', 'CLEAN', 'REFUSED'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A document on the record of an episode, without its content (SHR-3.4.6, SHR-3.8.2b). */
export const document = episodes.table(
  'document',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    title: text().notNull(),
    kind: text().$type<DocumentKind>().notNull(),
    /** As whoever sends it claims until all of it is here; from then on it is so. */
    mediaType: text('media_type').$type<MediaType>().notNull(),
    bytes: integer().notNull(),
    /** Of the whole content, lower-case hexadecimal. */
    sha256: text().notNull(),
    state: text().$type<DocumentState>().notNull(),
    /** When it is to be looked through again, should nobody have been able to. */
    scanDueAt: timestamp('scan_due_at', { withTimezone: true }),
    ...entryColumns(),
  },
  (t) => [index().on(t.episodeId)],
);

/** Some of a document's content, in the order of its numbers; what was taken is never changed. */
export const documentPart = episodes.table(
  'document_part',
  {
    id: uuid().primaryKey(),
    documentId: uuid('document_id').notNull(),
    /** From 1. */
    number: integer().notNull(),
    bytes: integer().notNull(),
    content: bytea().notNull(),
  },
  (t) => [unique().on(t.documentId, t.number)],
);
