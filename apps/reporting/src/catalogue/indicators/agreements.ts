import type { IndicatorDefinition } from '../indicator.ts';
import { flow, ofEpisodes, share, stock } from '../measures.ts';

/** Whether families agreed (SHR-3.4.3). */
export const AGREEMENTS: IndicatorDefinition = {
  id: 'AGREEMENTS',
  title: 'Agreement of families',
  definition:
    'Families whose agreement is on file, who keep an agency out, and who took their agreement back.',
  clauses: ['SHR-3.4.3a', 'SHR-3.4.4a'],
  measures: [
    ofEpisodes('OPEN_AT_END'),
    stock({
      id: 'AGREED',
      title: 'Agreement on file',
      definition:
        'Families with an episode open when the period ended for which they had signed and not withdrawn.',
    }),
    share('AGREED', 'OPEN_AT_END', 'Agreement on file, per cent'),
    stock({
      id: 'EXCLUDING',
      title: 'Keeping an agency out',
      definition:
        'Families with an episode open when the period ended that kept an agency from it, or from a part of it.',
    }),
    share('EXCLUDING', 'OPEN_AT_END', 'Keeping an agency out, per cent'),
    flow({ id: 'SIGNED', title: 'Signed', definition: 'Families who signed in the period.' }),
    flow({
      id: 'WITHDRAWN',
      title: 'Withdrawn',
      definition: 'Families who took their agreement back in the period.',
    }),
  ],
  cuts: [[], ['LOCALITY'], ['AGENCY_KIND']],
  profile: 'NHS_7_5',
  version: 1,
};
