import type { IndicatorDefinition } from '../indicator.ts';
import { flow, ofEpisodes, share } from '../measures.ts';

/** To social care and back (SHR-3.4.10). */
export const STEPS: IndicatorDefinition = {
  id: 'STEPS',
  title: 'Step-up and step-down',
  definition:
    'Families who went on to social care, and who came from there. The level of need is the one recorded when the period went out.',
  clauses: ['SHR-3.4.10b', 'SHR-3.4.10d'],
  measures: [
    ofEpisodes('CLOSED'),
    flow({
      id: 'STEPPED_UP',
      title: 'Stepped up',
      definition:
        'Families with an episode that closed in the period because social care took over.',
    }),
    share('STEPPED_UP', 'CLOSED', 'Stepped up, per cent of closed'),
    flow({
      id: 'FROM_SOCIAL_CARE',
      title: 'From social care',
      definition: 'Families with a contact in the period that social care made.',
    }),
  ],
  cuts: [[], ['LOCALITY']],
  profile: 'NHS_7_5',
  version: 1,
};
