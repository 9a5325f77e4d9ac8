import type { IndicatorDefinition } from '../indicator.ts';
import { flow, share, stock } from '../measures.ts';

/** Attendance of group work (SHR-3.4.9). */
export const GROUP_WORK: IndicatorDefinition = {
  id: 'GROUP_WORK',
  title: 'Group work',
  definition:
    'People who take part in group work. Programmes are recorded in words, so that it is not told by programme.',
  clauses: ['SHR-3.4.9'],
  measures: [
    flow(
      { id: 'BEGAN', title: 'Began', definition: 'People who began group work in the period.' },
      'PERSONS',
    ),
    stock(
      {
        id: 'TAKING_PART',
        title: 'Taking part',
        definition: 'People who were taking part in group work when the period ended.',
      },
      'PERSONS',
    ),
    flow(
      {
        id: 'COMPLETED',
        title: 'Completed',
        definition: 'People whose group work ended in the period.',
      },
      'PERSONS',
    ),
    flow(
      {
        id: 'ATTENDED',
        title: 'Attended',
        definition: 'Of these, people who attended 80 per cent or more of it.',
      },
      'PERSONS',
    ),
    share('ATTENDED', 'COMPLETED', 'Attended, per cent of completed'),
  ],
  cuts: [[], ['LOCALITY']],
  movement: { opened: 'BEGAN', closed: 'COMPLETED', open: 'TAKING_PART' },
  profile: 'NHS_7_5',
  version: 1,
};
