import { column, columnOf } from '@postern/subgraph-kit';
import { asc } from 'drizzle-orm';
import { entryResource } from '../entry-resource.ts';
import { need } from './need.table.ts';

export const needResource = entryResource(
  'Need',
  need,
  {
    outcome: column('outcome'),
    description: column('description'),
    identifiedOn: column('identifiedOn'),
    metOn: column('metOn'),
  },
  (row) => [asc(columnOf(row, 'identifiedOn')), asc(columnOf(row, 'id'))],
);
