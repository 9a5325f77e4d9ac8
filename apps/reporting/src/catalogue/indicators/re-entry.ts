import type { IndicatorDefinition } from '../indicator.ts';
import { flow, ofEpisodes, share } from '../measures.ts';

/** Whether families come back (SHR-1.3-out). */
export const RE_ENTRY: IndicatorDefinition = {
  id: 'RE_ENTRY',
  title: 'Re-entry',
  definition:
    'Families who came back within twelve months of the end of their episode before. CLOSURE_REASON is why that one closed; NOT_KNOWN where there was none.',
  clauses: ['SHR-1.3-out', 'SHR-3.9.3'],
  measures: [
    ofEpisodes('OPENED'),
    flow({
      id: 'RETURNED',
      title: 'Returned within 12 months',
      definition:
        'Families with an episode that opened in the period within twelve months after an earlier one closed.',
    }),
    share('RETURNED', 'OPENED', 'Returned, per cent of opened'),
  ],
  cuts: [[], ['LOCALITY'], ['CLOSURE_REASON']],
  profile: 'NHS_7_5',
  version: 1,
};
