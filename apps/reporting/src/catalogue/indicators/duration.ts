import type { IndicatorDefinition } from '../indicator.ts';
import { median, ofEpisodes, partOfEpisodes, stock } from '../measures.ts';

/** How long help lasts. */
export const DURATION: IndicatorDefinition = {
  id: 'DURATION',
  title: 'Duration',
  definition:
    'How long episodes last, from the day they opened to the day they closed, and how many have been open for a year or more.',
  clauses: ['SHR-3.9.3'],
  measures: [
    ofEpisodes('CLOSED'),
    median(
      'CLOSED',
      'Duration, median days',
      'Half of those CLOSED had been open for so many days or fewer.',
    ),
    partOfEpisodes(
      stock({
        id: 'OVER_A_YEAR',
        title: 'Open for a year or more',
        definition:
          'Families with an episode open when the period ended that had opened twelve months before or earlier.',
      }),
      'OPEN_AT_END',
      ['LOCALITY', 'LEVEL_OF_NEED'],
    ),
  ],
  cuts: [[], ['LOCALITY'], ['LEVEL_OF_NEED'], ['DURATION_BAND']],
  profile: 'NHS_7_5',
  version: 1,
};
