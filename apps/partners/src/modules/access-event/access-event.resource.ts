import { ON_BEHALF_OF } from '@postern/steps';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending, oneOfColumn, reference } from '@postern/subgraph-kit';
import { accessEvent } from './access-event.table.ts';

export const accessEventResource: ResourceDefinition = {
  type: 'AccessEvent',
  table: accessEvent,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  account: 'accountId',
  agency: 'agencyId',
  ofUnnamedFamily: 'ofUnnamedFamily',
  order: [descending('position')],
  fields: {
    id: column('id'),
    position: column('position'),
    machine: column('machine'),
    subject: column('subjectId'),
    move: column('move'),
    before: column('before'),
    after: column('after'),
    actor: reference('Practitioner', 'actorId'),
    actorAgency: reference('Agency', 'actorAgencyId'),
    onBehalfOf: oneOfColumn('onBehalfOf', ON_BEHALF_OF),
    at: column('at'),
    reason: column('reason'),
    practitioner: reference('Practitioner', 'accountId'),
    agency: reference('Agency', 'agencyId'),
  },
};
