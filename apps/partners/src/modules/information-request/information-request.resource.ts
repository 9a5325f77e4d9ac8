import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending, reference } from '@postern/subgraph-kit';
import { informationRequest } from './information-request.table.ts';

export const informationRequestResource: ResourceDefinition = {
  type: 'InformationRequest',
  table: informationRequest,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  account: 'askedBy',
  parties: ['askingAgencyId', 'holdingAgencyId'],
  order: [descending('askedAt')],
  fields: {
    id: column('id'),
    episode: reference('Episode', 'episodeId'),
    askedBy: reference('Practitioner', 'askedBy'),
    askingAgency: reference('Agency', 'askingAgencyId'),
    holdingAgency: reference('Agency', 'holdingAgencyId'),
    asked: column('asked'),
    state: column('state'),
    revision: column('revision'),
    statutoryDuty: column('statutoryDuty'),
    dueAt: column('dueAt'),
    answeredBy: reference('Practitioner', 'answeredBy'),
    refusalCode: column('refusalCode'),
    reasons: column('reasons'),
    riskAssessment: column('riskAssessment'),
    askedAt: column('askedAt'),
    answeredAt: column('answeredAt'),
  },
};
