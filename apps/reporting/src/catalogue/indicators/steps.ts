import type { IndicatorDefinition } from '../indicator.ts';
import { flow, ofEpisodes, repeating, share } from '../measures.ts';

/** To social care and back (SHR-3.4.10). */
export const STEPS: IndicatorDefinition = {
  id: 'STEPS',
  title: 'Step-up and step-down',
  definition:
    'Families who went on to social care, and who came from there. Both are told by CLOSURES and CONTACTS as well.',
  clauses: ['SHR-3.4.10b', 'SHR-3.4.10d'],
  measures: [
    ofEpisodes('CLOSED'),
    repeating(
      flow({
        id: 'STEPPED_UP',
        title: 'Stepped up',
        definition:
          'Families with an episode that closed in the period because social care took over.',
      }),
      {
        indicator: 'CLOSURES',
        measure: 'CLOSED',
        at: { dimension: 'CLOSURE_REASON', code: 'STEP_UP' },
      },
    ),
    share('STEPPED_UP', 'CLOSED', 'Stepped up, per cent of closed'),
    repeating(
      flow({
        id: 'FROM_SOCIAL_CARE',
        title: 'From social care',
        definition: 'Families with a contact in the period that social care made.',
      }),
      {
        indicator: 'CONTACTS',
        measure: 'CONTACTS',
        at: { dimension: 'ENTRY_ROUTE', code: 'SOCIAL_CARE' },
      },
    ),
  ],
  cuts: [[], ['LOCALITY']],
  profile: 'NHS_7_5',
  version: 1,
};
