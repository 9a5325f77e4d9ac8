import { ascending, column, descending } from '@postern/subgraph-kit';

import { children, entryResource } from '../entry-resource.ts';
import { plan, planAction } from './plan.table.ts';

export const planResource = entryResource(
  'Plan',
  plan,
  {
    objective: column('objective'),
    agreedOn: column('agreedOn'),
    actions: children('MANY', 'PlanAction', 'planId'),
  },
  [descending('agreedOn')],
  ['objective', 'agreedOn'],
);

export const planActionResource = entryResource(
  'PlanAction',
  planAction,
  {
    goal: column('goal'),
    responsible: column('responsible'),
    dueOn: column('dueOn'),
    measure: column('measure'),
    status: column('status'),
    familyRating: column('familyRating'),
    chosenByFamily: column('chosenByFamily'),
  },
  [ascending('dueOn')],
  ['goal', 'responsible', 'dueOn', 'measure', 'status', 'familyRating', 'chosenByFamily'],
);
