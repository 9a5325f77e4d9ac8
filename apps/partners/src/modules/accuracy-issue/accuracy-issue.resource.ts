import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending, reference } from '@postern/subgraph-kit';
import { accuracyIssue } from './accuracy-issue.table.ts';

export const accuracyIssueResource: ResourceDefinition = {
  type: 'AccuracyIssue',
  table: accuracyIssue,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  account: 'raisedBy',
  parties: ['raisedByAgencyId', 'recordedByAgencyId'],
  order: [descending('raisedAt')],
  fields: {
    id: column('id'),
    episode: reference('Episode', 'episodeId'),
    coordinate: column('coordinate'),
    kind: column('kind'),
    wrong: column('wrong'),
    foundOn: column('foundOn'),
    state: column('state'),
    revision: column('revision'),
    raisedBy: reference('Practitioner', 'raisedBy'),
    raisedByAgency: reference('Agency', 'raisedByAgencyId'),
    raisedAt: column('raisedAt'),
    recordedBy: reference('Practitioner', 'recordedBy'),
    recordedByAgency: reference('Agency', 'recordedByAgencyId'),
    dueAt: column('dueAt'),
    correctedBy: reference('Practitioner', 'correctedBy'),
    correctedAt: column('correctedAt'),
    answer: column('answer'),
  },
};
