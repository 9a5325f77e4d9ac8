import { agency } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column } from '@postern/subgraph-kit';

export const agencyResource: ResourceDefinition = {
  type: 'Agency',
  table: agency,
  link: { kind: 'NONE' },
  order: [ascending('name')],
  fields: {
    id: column('id'),
    name: column('name'),
    kind: column('kind'),
    state: column('state'),
    revision: column('revision'),
    leavesAt: column('leavesAt'),
  },
};
