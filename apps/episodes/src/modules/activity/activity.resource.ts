import { column, descending } from '@postern/subgraph-kit';

import { entryResource } from '../entry-resource.ts';
import { activity } from './activity.table.ts';

const OWN = ['kind', 'subject', 'occursAt', 'attendance', 'notes'];

export const activityResource = entryResource(
  'Activity',
  activity,
  Object.fromEntries(OWN.map((field) => [field, column(field)])),
  [descending('occursAt')],
  OWN,
);
