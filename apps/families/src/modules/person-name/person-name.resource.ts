import { revisionOf } from '@postern/recording';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, reference, releaseDecision } from '@postern/subgraph-kit';
import { personName } from './person-name.table.ts';

const DETAILS = ['kind', 'givenName', 'familyName', 'protected', 'startedOn', 'endedOn'] as const;

export const personNameResource: ResourceDefinition = {
  type: 'PersonName',
  table: personName,
  link: { kind: 'PERSON', person: 'personId' },
  person: 'personId',
  agency: 'agencyId',
  order: [ascending('startedOn')],
  recorded: DETAILS,
  fields: {
    id: column('id'),
    revision: revisionOf(DETAILS),
    kind: column('kind'),
    givenName: column('givenName'),
    familyName: column('familyName'),
    protected: releaseDecision('protected'),
    startedOn: column('startedOn'),
    endedOn: column('endedOn'),
    recordedAt: column('recordedAt'),
    recordedBy: reference('Practitioner', 'recordedBy'),
    recordedByAgency: reference('Agency', 'agencyId'),
  },
};
