import type { IndicatorDefinition } from '../indicator.ts';
import { flow, stock } from '../measures.ts';

/** Whom the programme reaches, to show that it does not discriminate (SHR-4.2, STA-4.1a). */
export const EQUALITY: IndicatorDefinition = {
  id: 'EQUALITY',
  title: 'Equality',
  definition:
    'Children of episodes that were open or opened, by characteristics that equality of opportunity is monitored by: ethnic group as in the census of 2021, a recorded disability, first language, and age when the episode opened. Who did not say, or was not asked, is NOT_KNOWN.',
  clauses: ['SHR-4.2', 'STA-4.1a'],
  measures: [
    stock(
      {
        id: 'CHILDREN_HELPED',
        title: 'Children helped',
        definition:
          'Children (under 18, or not yet born, when the episode opened) of an episode open when the period ended.',
      },
      'CHILDREN',
    ),
    flow(
      {
        id: 'CHILDREN_REACHED',
        title: 'Children reached',
        definition: 'Children of an episode that opened in the period.',
      },
      'CHILDREN',
    ),
  ],
  cuts: [[], ['LOCALITY'], ['AGE_BAND'], ['ETHNICITY'], ['DISABILITY'], ['LANGUAGE']],
  isSensitive: true,
  basis:
    'Equality of opportunity: Article 9(2)(g) of the UK GDPR with paragraph 8 of Schedule 1 to the Data Protection Act 2018.',
  profile: 'TEN_FIVE',
  version: 1,
};
