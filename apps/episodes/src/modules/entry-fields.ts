import type { FieldDefinition } from '@postern/subgraph-kit';
import { column, reference } from '@postern/subgraph-kit';

/** The provenance that every entry carries, as fields (SHR-3.4.11b, STA-2.2f). */
export const provenanceFields: Readonly<Record<string, FieldDefinition>> = {
  nature: column('nature'),
  recordedAt: column('recordedAt'),
  recordedBy: reference('Practitioner', 'recordedBy'),
  recordedByAgency: reference('Agency', 'agencyId'),
};

/** Provenance and the persons concerned. */
export const entryFields: Readonly<Record<string, FieldDefinition>> = {
  ...provenanceFields,
  revision: column('revision'),
  changedBy: reference('Practitioner', 'changedBy'),
  changedAt: column('changedAt'),
  concerns: { kind: 'REFERENCES', type: 'Person', column: 'concerns' },
};
