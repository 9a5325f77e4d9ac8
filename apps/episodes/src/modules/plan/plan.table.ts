import { entryColumns } from '@postern/access-facts';
import { boolean, date, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/** The family's plan: one per episode. */
export const plan = episodes.table(
  'plan',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    objective: text(),
    agreedOn: date('agreed_on'),
    ...entryColumns(),
  },
  (t) => [index().on(t.episodeId)],
);

export const ACTION_STATUSES = ['PLANNED', 'IN_PROGRESS', 'DONE', 'STOPPED'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** A plan line: goal, who, when, and the family's own view of progress (SHR-1.2e). */
export const planAction = episodes.table(
  'plan_action',
  {
    id: uuid().primaryKey(),
    planId: uuid('plan_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    goal: text(),
    responsible: text(),
    dueOn: date('due_on'),
    measure: text(),
    status: text().$type<ActionStatus>().notNull(),
    /** The family's own rating of progress, 1 to 10. */
    familyRating: integer('family_rating'),
    /** That the family chose this help, for whom and when (SHR-1.2b); null where nobody said. */
    chosenByFamily: boolean('chosen_by_family'),
    ...entryColumns(),
  },
  (t) => [index().on(t.planId), index().on(t.episodeId)],
);
