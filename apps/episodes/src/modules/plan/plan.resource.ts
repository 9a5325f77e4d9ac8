import { column, columnOf } from '@postern/subgraph-kit';
import { asc, desc } from 'drizzle-orm';
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
  (row) => [desc(columnOf(row, 'agreedOn')), asc(columnOf(row, 'id'))],
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
  },
  (row) => [asc(columnOf(row, 'dueOn')), asc(columnOf(row, 'id'))],
);
