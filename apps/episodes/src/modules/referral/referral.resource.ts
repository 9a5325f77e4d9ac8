import type { ResourceDefinition } from '@postern/subgraph-kit';
import { column, descending } from '@postern/subgraph-kit';

import { entryResource } from '../entry-resource.ts';
import { referral } from './referral.table.ts';

export const referralResource: ResourceDefinition = {
  ...entryResource(
    'Referral',
    referral,
    {
      reference: column('reference'),
      referredOn: column('referredOn'),
      reasons: column('reasons'),
      outcome: column('outcome'),
      recommendations: column('recommendations'),
      source: column('source'),
      consultedBeforeDiscussion: column('consultedBeforeDiscussion'),
      notifiedAt: column('notifiedAt'),
    },
    [descending('referredOn')],
    ['referredOn', 'reasons', 'outcome', 'recommendations'],
  ),
  account: 'recordedBy',
};
