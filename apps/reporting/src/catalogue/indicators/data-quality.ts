import type { IndicatorDefinition } from '../indicator.ts';
import { flow, ofEpisodes, partOf, share, stock } from '../measures.ts';

/** Whether records are whole and of now (SHR-8.3.8e, SHR-4.4). */
export const DATA_QUALITY: IndicatorDefinition = {
  id: 'DATA_QUALITY',
  title: 'Data quality',
  definition:
    'Open episodes that lack what support is meant to have, or in which nothing was recorded for long, as the record stands when the period goes out; and errors that were put right. Whether each objective has a measure is not counted: it has no date.',
  clauses: ['SHR-8.3.8e', 'SHR-4.4b', 'SHR-4.5'],
  measures: [
    ofEpisodes('OPEN_AT_END'),
    stock({
      id: 'INCOMPLETE',
      title: 'Incomplete',
      definition:
        'Families with an episode open when the period ended that lacked a completed assessment, a plan, or a lead professional.',
    }),
    share('INCOMPLETE', 'OPEN_AT_END', 'Incomplete, per cent'),
    partOf(
      stock({
        id: 'NO_ASSESSMENT',
        title: 'Without an assessment',
        definition:
          'Families with an episode open when the period ended that lacked a completed assessment.',
      }),
      'INCOMPLETE',
    ),
    partOf(
      stock({
        id: 'NO_PLAN',
        title: 'Without a plan',
        definition: 'Families with an episode open when the period ended that lacked a plan.',
      }),
      'INCOMPLETE',
    ),
    partOf(
      stock({
        id: 'NO_LEAD',
        title: 'Never led',
        definition: 'Families with an episode open when the period ended that nobody had led yet.',
      }),
      'INCOMPLETE',
    ),
    partOf(
      stock({
        id: 'STALE',
        title: 'Stale',
        definition:
          'Families with an episode open when the period ended in which nothing had been recorded for three months.',
      }),
      'OPEN_AT_END',
    ),
    flow(
      {
        id: 'CORRECTED',
        title: 'Errors put right',
        definition: 'Errors that somebody raised and that were put right in the period.',
      },
      'DECISIONS',
    ),
    flow(
      {
        id: 'CORRECTED_IN_TIME',
        title: 'Errors put right in time',
        definition:
          'Of these, put right by when they were due: two working days after they were raised.',
      },
      'DECISIONS',
    ),
    share('CORRECTED_IN_TIME', 'CORRECTED', 'Errors put right in time, per cent'),
  ],
  cuts: [[], ['LOCALITY'], ['AGENCY_KIND']],
  profile: 'NHS_7_5',
  version: 1,
};
