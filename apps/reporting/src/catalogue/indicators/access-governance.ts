import type { IndicatorDefinition } from '../indicator.ts';
import { flow, median, share, stock } from '../measures.ts';

/** How access is given, used and taken away (SHR-8.3.7i). */
export const ACCESS_GOVERNANCE: IndicatorDefinition = {
  id: 'ACCESS_GOVERNANCE',
  title: 'Access governance',
  definition:
    'How access to records is given, justified, refused, taken at once, and ended. The agency is the one that whoever has or wants access works for; DATA_CLASS is told of justifications alone.',
  clauses: ['SHR-8.3.7i', 'SHR-8.2.1i', 'SHR-8.3.7b', 'SHR-8.3.7e'],
  measures: [
    stock(
      {
        id: 'GRANTS_LIVE',
        title: 'Access in force',
        definition: 'Grants of access in force when the period ended.',
      },
      'DECISIONS',
    ),
    flow(
      {
        id: 'GRANTS_ENDED',
        title: 'Access ended',
        definition: 'Grants of access that ended in the period.',
      },
      'DECISIONS',
    ),
    flow(
      {
        id: 'REMOVED',
        title: 'Removed for a family',
        definition:
          'Removals that families asked for and whoever lost access was told of in the period.',
      },
      'DECISIONS',
    ),
    flow(
      {
        id: 'REMOVED_IN_TIME',
        title: 'Removed within 48 hours',
        definition: 'Of these, told within 48 hours of the request.',
      },
      'DECISIONS',
    ),
    share('REMOVED_IN_TIME', 'REMOVED', 'Removed within 48 hours, per cent'),
    median(
      'REMOVED',
      'Time to remove, median hours',
      'Half of those REMOVED took so many hours or fewer; the agreement allows 48.',
    ),
    flow(
      {
        id: 'JUSTIFIED',
        title: 'Justifications',
        definition: 'Justifications that opened something from a day in the period on.',
      },
      'DECISIONS',
    ),
    flow(
      {
        id: 'REFUSED',
        title: 'Access refused',
        definition: 'Requests for access that were refused in the period.',
      },
      'DECISIONS',
    ),
    flow(
      {
        id: 'OVERRIDDEN',
        title: 'Overrides',
        definition:
          'Attempts in the period to reach a family at once, for its safety, whether or not they opened anything.',
      },
      'DECISIONS',
    ),
    flow(
      {
        id: 'DORMANT',
        title: 'Dormant accounts',
        definition: 'Accounts disabled in the period because nobody had used them.',
      },
      'ACCOUNTS',
    ),
    stock(
      {
        id: 'WORKERS',
        title: 'Workers',
        definition: 'Accounts of practitioners who might act in a role when the period ended.',
      },
      'ACCOUNTS',
    ),
    stock(
      {
        id: 'TRAINED',
        title: 'Trained',
        definition: 'Of these, accounts with both modules of training in force.',
      },
      'ACCOUNTS',
    ),
    share('TRAINED', 'WORKERS', 'Trained, per cent'),
  ],
  cuts: [[], ['AGENCY_KIND'], ['DATA_CLASS']],
  profile: 'NHS_7_5',
  version: 1,
};
