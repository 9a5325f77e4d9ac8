import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf, descending } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';
import { children, entryResource } from '../entry-resource.ts';
import { document, documentPart } from './document.table.ts';
import { readablePart } from './readable-part.table.ts';

export const documentResource = entryResource(
  'Document',
  document,
  {
    title: column('title'),
    kind: column('kind'),
    mediaType: column('mediaType'),
    bytes: column('bytes'),
    sha256: column('sha256'),
    state: column('state'),
    rowClass: column('rowClass'),
    received: {
      kind: 'EXPRESSION',
      value: (row) => sql`(SELECT coalesce(json_agg(part.number ORDER BY part.number), '[]')
        FROM ${documentPart} part WHERE part.document_id = ${columnOf(row, 'id')})`,
    },
    parts: children('MANY', 'DocumentPart', 'documentId'),
  },
  [descending('recordedAt')],
  ['title', 'kind', 'mediaType', 'bytes', 'sha256', 'rowClass'],
);

/** Whatever decides about a document decides about its content. */
export const documentPartResource: ResourceDefinition = {
  type: 'DocumentPart',
  table: readablePart,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  pieceOf: { record: 'documentId', question: 'documentPart', clause: 'SHR-8.3.7i' },
  agency: 'agencyId',
  concerns: 'concerns',
  rowClass: 'rowClass',
  purposeLock: 'purposeLock',
  order: [ascending('number')],
  fields: {
    id: column('id'),
    number: column('number'),
    bytes: column('bytes'),
    content: column('content'),
  },
};
