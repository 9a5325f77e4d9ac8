import { column, descending } from '@postern/subgraph-kit';

import { entryResource } from '../entry-resource.ts';
import { tafMeeting } from './meeting.table.ts';

export const meetingResource = entryResource(
  'TafMeeting',
  tafMeeting,
  {
    heldOn: column('heldOn'),
    attendees: column('attendees'),
    minutes: column('minutes'),
    outcome: column('outcome'),
  },
  [descending('heldOn')],
  ['heldOn', 'attendees', 'minutes', 'outcome'],
);
