import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending } from '@postern/subgraph-kit';
import { matchCandidate } from './match-candidate.table.ts';

export const matchCandidateResource: ResourceDefinition = {
  type: 'MatchCandidate',
  table: matchCandidate,
  link: { kind: 'NONE' },
  purposeLock: 'purposeLock',
  receivedOn: 'receivedOn',
  order: [descending('receivedOn')],
  fields: {
    id: column('id'),
    givenName: column('givenName'),
    familyName: column('familyName'),
    dateOfBirth: column('dateOfBirth'),
    postcode: column('postcode'),
    nhsNumber: column('nhsNumber'),
    uniquePupilNumber: column('uniquePupilNumber'),
    nationalInsuranceNumber: column('nationalInsuranceNumber'),
    criteria: column('criteria'),
    source: column('source'),
    receivedOn: column('receivedOn'),
  },
};
