import type { FieldDefinition, ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf, descending, reference } from '@postern/subgraph-kit';
import { eq } from 'drizzle-orm';
import type { PersonEntryKind } from './person-entry.table.ts';
import { personEntry } from './person-entry.table.ts';

const provenance: Readonly<Record<string, FieldDefinition>> = {
  startedOn: column('startedOn'),
  endedOn: column('endedOn'),
  nature: column('nature'),
  recordedAt: column('recordedAt'),
  recordedBy: reference('Practitioner', 'recordedBy'),
  recordedByAgency: reference('Agency', 'agencyId'),
  concerns: reference('Person', 'personId'),
};

/** A type of entry: the rows of one kind, with its own fields and the provenance that every entry carries. */
export function entryType(
  type: string,
  kind: PersonEntryKind,
  fields: Readonly<Record<string, FieldDefinition>>,
): ResourceDefinition {
  return {
    type,
    table: personEntry,
    link: { kind: 'PERSON_ENTRY', person: 'personId', episode: 'episodeId' },
    person: 'personId',
    agency: 'agencyId',
    rowClass: 'rowClass',
    purposeLock: 'purposeLock',
    where: (row) => eq(columnOf(row, 'kind'), kind),
    order: [descending('recordedAt')],
    fields: { id: column('id'), ...fields, ...provenance },
  };
}
