import type { RecordModel } from './field-model.ts';
import { byEntry, entry, episodeRecord, id, rows } from './field-model.ts';

/** Documents, and their content as far as it may be read. */
export const DOCUMENT_RECORDS: Readonly<Record<string, RecordModel>> = {
  Document: episodeRecord('document', {
    ...entry,
    received: {
      kind: 'TEXT',
      of: (row, county) =>
        county
          .rowsBy('episodes.document_part', 'documentId', row['id'])
          .map(({ number }) => Number(number))
          .toSorted((one, other) => one - other),
    },
    parts: rows('DocumentPart', 'episodes.readable_part', 'documentId'),
  }),
  DocumentPart: {
    table: 'episodes.readable_part',
    about: (row) => ({ ...byEntry(row), rowId: id(row, 'documentId') }),
    fields: {},
  },
};
