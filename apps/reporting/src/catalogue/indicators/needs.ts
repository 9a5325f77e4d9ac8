import type { IndicatorDefinition } from '../indicator.ts';
import { flow, partOfEpisodes, share, stock } from '../measures.ts';

/** What families need, by headline outcome (SHR-1.3-out). */
export const NEEDS: IndicatorDefinition = {
  id: 'NEEDS',
  title: 'Needs and outcomes',
  definition:
    'What families need, by the ten headline outcomes of the national framework, and whether it was met. Cut by OUTCOME, a family is counted under each outcome that it has a need of.',
  clauses: ['SHR-1.3-out', 'SHR-1.2b'],
  measures: [
    flow({
      id: 'IDENTIFIED',
      title: 'Needs identified',
      definition: 'Families of which a need was identified in the period.',
    }),
    flow({
      id: 'MET',
      title: 'Needs met',
      definition: 'Families of which a need was met in the period.',
    }),
    partOfEpisodes(
      stock({
        id: 'WITH_NEEDS',
        title: 'With needs',
        definition:
          'Families with an episode open when the period ended of which a need had been identified.',
      }),
      'OPEN_AT_END',
      ['LOCALITY'],
    ),
    stock({
      id: 'THREE_OR_MORE',
      title: 'With three needs or more',
      definition:
        'Of these, families of which three or more needs had been identified in the episode.',
    }),
    share('THREE_OR_MORE', 'WITH_NEEDS', 'With three needs or more, per cent'),
    partOfEpisodes(
      flow({
        id: 'CLOSED_WITH_NEEDS',
        title: 'Closed with needs',
        definition:
          'Families with an episode that closed in the period in which a need had been identified.',
      }),
      'CLOSED',
      ['LOCALITY'],
    ),
    flow({
      id: 'ALL_MET',
      title: 'Every need met',
      definition: 'Of these, families of which every need of the episode was met.',
    }),
    share('ALL_MET', 'CLOSED_WITH_NEEDS', 'Every need met, per cent'),
    {
      kind: 'MEAN',
      id: 'NEEDS_PER_FAMILY',
      title: 'Needs per family',
      definition:
        'How many needs each of those CLOSED_WITH_NEEDS had on average: each family counts once, with every need of its episodes that closed in the period.',
      of: 'CLOSED_WITH_NEEDS',
    },
  ],
  cuts: [[], ['LOCALITY'], ['OUTCOME']],
  profile: 'NHS_7_5',
  version: 2,
};
