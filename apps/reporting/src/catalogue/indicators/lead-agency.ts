import type { IndicatorDefinition } from '../indicator.ts';
import { partOfEpisodes, stock } from '../measures.ts';

/** Who leads. */
export const LEAD_AGENCY: IndicatorDefinition = {
  id: 'LEAD_AGENCY',
  title: 'Lead professionals by agency',
  definition:
    'Families with an open episode by the kind of agency that their lead professional works for.',
  clauses: ['SHR-3.9.2'],
  measures: [
    partOfEpisodes(
      stock({
        id: 'LED',
        title: 'Led',
        definition: 'Families with an episode open when the period ended that somebody led then.',
      }),
      'OPEN_AT_END',
      ['LOCALITY'],
    ),
  ],
  cuts: [[], ['LOCALITY'], ['AGENCY_KIND'], ['LOCALITY', 'AGENCY_KIND']],
  profile: 'NHS_7_5',
  version: 1,
};
