import { ascending, column } from '@postern/subgraph-kit';

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
    familyRank: column('familyRank'),
  },
  [ascending('identifiedOn')],
  ['outcome', 'description', 'identifiedOn', 'metOn', 'familyRank'],
);
