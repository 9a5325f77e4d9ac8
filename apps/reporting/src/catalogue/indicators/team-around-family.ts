import type { IndicatorDefinition } from '../indicator.ts';
import { flow, share } from '../measures.ts';

/** Meetings of teams (SHR-3.4.5). */
export const TEAM_AROUND_FAMILY: IndicatorDefinition = {
  id: 'TEAM_AROUND_FAMILY',
  title: 'Team around the family',
  definition:
    'Families whose team met. Who came is kept as names, so that whether every agency or the child was there is not counted.',
  clauses: ['SHR-3.4.5'],
  measures: [
    flow({
      id: 'MET',
      title: 'Met',
      definition: 'Families whose team met in the period, however often.',
    }),
    flow({
      id: 'MET_FIRST',
      title: 'Met for the first time',
      definition: 'Families whose team met for the first time in an episode in the period.',
    }),
    share('MET_FIRST', 'MET', 'Met for the first time, per cent'),
  ],
  cuts: [[], ['LOCALITY'], ['AGENCY_KIND']],
  profile: 'NHS_7_5',
  version: 1,
};
