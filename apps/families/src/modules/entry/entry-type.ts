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
  revision: column('revision'),
  changedBy: reference('Practitioner', 'changedBy'),
  changedAt: column('changedAt'),
  concerns: reference('Person', 'personId'),
};

/** What somebody else decides about an entry than who records it. */
const RELEASED = 'releasedToFamily';
const OF_ANY = ['startedOn', 'endedOn', 'nature'];

/** A type of entry, which is one kind of the rows of its table. */
export interface EntryResource extends ResourceDefinition {
  readonly kind: PersonEntryKind;
}

/** A type of entry: the rows of one kind, with its own fields and the provenance that every entry carries. */
export function entryType(
  type: string,
  kind: PersonEntryKind,
  fields: Readonly<Record<string, FieldDefinition>>,
): EntryResource {
  return {
    type,
    kind,
    table: personEntry,
    link: { kind: 'PERSON_ENTRY', person: 'personId', episode: 'episodeId' },
    person: 'personId',
    agency: 'agencyId',
    rowClass: 'rowClass',
    purposeLock: 'purposeLock',
    where: (row) => eq(columnOf(row, 'kind'), kind),
    order: [descending('recordedAt')],
    recorded: [
      ...Object.keys(fields).filter(
        (field) => fields[field]?.kind === 'COLUMN' && field !== RELEASED,
      ),
      ...OF_ANY,
    ],
    fields: { id: column('id'), ...fields, ...provenance },
  };
}
