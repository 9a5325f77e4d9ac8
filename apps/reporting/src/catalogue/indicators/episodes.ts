import type { IndicatorDefinition } from '../indicator.ts';

/** Standard Safeguarding Dataset: early help episodes, as flow and stock. */
export const EPISODES: IndicatorDefinition = {
  id: 'EPISODES',
  title: 'Episodes of early help',
  definition:
    'Families with an episode of early help that opened, closed or was open at the end. Contacts that were screened, signposted, refused or declined before help began were never open and are not counted. The agency is the one that leads; the place is where the family lived when the episode opened.',
  clauses: ['SHR-3.9.2', 'SHR-3.9.3', 'SHR-3.4.7b', 'SHR-3.4.2c'],
  measures: [
    {
      kind: 'COUNT',
      id: 'OPENED',
      title: 'Opened',
      unit: 'FAMILIES',
      definition: 'Families with an episode that opened in the period.',
      over: 'FLOW',
    },
    {
      kind: 'COUNT',
      id: 'CLOSED',
      title: 'Closed',
      unit: 'FAMILIES',
      definition: 'Families with an episode that closed in the period.',
      over: 'FLOW',
    },
    {
      kind: 'COUNT',
      id: 'OPEN_AT_END',
      title: 'Open at the end',
      unit: 'FAMILIES',
      definition: 'Families with an episode that was open when the period ended.',
      over: 'STOCK',
    },
    {
      kind: 'RATE_PER_10000',
      id: 'OPENED_RATE',
      title: 'Opened, per 10,000',
      definition: 'OPENED for each 10,000 people aged 0 to 17 who live there.',
      of: 'OPENED',
    },
    {
      kind: 'RATE_PER_10000',
      id: 'OPEN_AT_END_RATE',
      title: 'Open at the end, per 10,000',
      definition: 'OPEN_AT_END for each 10,000 people aged 0 to 17 who live there.',
      of: 'OPEN_AT_END',
    },
  ],
  cuts: [
    [],
    ['LOCALITY'],
    ['WARD'],
    ['AGENCY_KIND'],
    ['LEVEL_OF_NEED'],
    ['LOCALITY', 'AGENCY_KIND'],
  ],
  movement: { opened: 'OPENED', closed: 'CLOSED', open: 'OPEN_AT_END' },
  profile: 'NHS_7_5',
  version: 1,
};
