import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, reference } from '@postern/subgraph-kit';
import { jsonText } from '../json-text.ts';
import { policyChange } from './policy-change.table.ts';

export const policyChangeResource: ResourceDefinition = {
  type: 'PolicyChange',
  table: policyChange,
  link: { kind: 'NONE' },
  order: [ascending('rule')],
  fields: {
    id: column('id'),
    rule: column('rule'),
    kind: column('kind'),
    before: jsonText('before'),
    after: jsonText('after'),
    collides: column('collides'),
    reason: column('reason'),
    madeBy: reference('Practitioner', 'madeBy'),
    madeAt: column('madeAt'),
  },
};
