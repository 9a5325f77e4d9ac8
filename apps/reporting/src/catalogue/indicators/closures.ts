import type { IndicatorDefinition } from '../indicator.ts';
import { ofEpisodes } from '../measures.ts';

/** Why help ended. */
export const CLOSURES: IndicatorDefinition = {
  id: 'CLOSURES',
  title: 'Closures by reason',
  definition: 'Families with an episode that closed, by the reason of its end.',
  clauses: ['SHR-3.9.1', 'SHR-3.9.3'],
  measures: [ofEpisodes('CLOSED')],
  cuts: [[], ['LOCALITY'], ['AGENCY_KIND'], ['CLOSURE_REASON'], ['LOCALITY', 'CLOSURE_REASON']],
  profile: 'NHS_7_5',
  version: 1,
};
