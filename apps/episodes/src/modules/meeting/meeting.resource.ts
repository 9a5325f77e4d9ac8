import { column, columnOf } from '@postern/subgraph-kit';
import { asc, desc } from 'drizzle-orm';
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
  (row) => [desc(columnOf(row, 'heldOn')), asc(columnOf(row, 'id'))],
);
