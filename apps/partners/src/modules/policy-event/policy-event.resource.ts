import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending, reference } from '@postern/subgraph-kit';
import { jsonText } from '../json-text.ts';
import { policyEvent } from './policy-event.table.ts';

export const policyEventResource: ResourceDefinition = {
  type: 'PolicyEvent',
  table: policyEvent,
  link: { kind: 'NONE' },
  order: [descending('position')],
  fields: {
    id: column('id'),
    position: column('position'),
    kind: column('kind'),
    draft: column('draftId'),
    version: column('version'),
    actor: reference('Practitioner', 'actorId'),
    agency: reference('Agency', 'agencyId'),
    at: column('at'),
    before: jsonText('before'),
    after: jsonText('after'),
    reason: column('reason'),
  },
};
