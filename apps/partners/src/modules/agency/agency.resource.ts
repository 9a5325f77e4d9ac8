import { agency } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf } from '@postern/subgraph-kit';
import { asc } from 'drizzle-orm';

export const agencyResource: ResourceDefinition = {
  type: 'Agency',
  table: agency,
  link: { kind: 'NONE' },
  order: (row) => [asc(columnOf(row, 'name')), asc(columnOf(row, 'id'))],
  fields: {
    id: column('id'),
    name: column('name'),
    kind: column('kind'),
    state: column('state'),
  },
};
