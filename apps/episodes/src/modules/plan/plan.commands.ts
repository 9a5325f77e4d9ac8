import type { RecordedType } from '@postern/recording';
import { amends, records } from '@postern/recording';
import { day, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { asPassage } from '../case-note/passage.ts';
import { LONGEST_LINE, LONGEST_TEXT } from '../longest-text.ts';
import { IN_EPISODE, partOf } from '../placing.ts';
import { planActionResource, planResource } from './plan.resource.ts';
import { ACTION_STATUSES } from './plan.table.ts';

const plan: RecordedType = {
  resource: planResource,
  called: 'plan',
  placing: IN_EPISODE,
  fields: { objective: text(LONGEST_TEXT), agreedOn: day },
  required: ['objective'],
  texts: ['objective'],
  splitting: asPassage,
};

const action: RecordedType = {
  resource: planActionResource,
  called: 'action',
  placing: partOf(planResource, 'plan', 'plan_id'),
  fields: {
    goal: text(LONGEST_TEXT),
    responsible: text(LONGEST_LINE),
    dueOn: day,
    measure: text(LONGEST_TEXT),
    status: z.enum(ACTION_STATUSES),
    familyRating: z.number().int().min(1).max(10, 'a rating from 1 to 10'),
    chosenByFamily: z.boolean(),
  },
  required: ['goal', 'responsible', 'status'],
  texts: ['goal', 'measure'],
  splitting: asPassage,
};

/** The family's plan and how it goes (SHR-1.2c, SHR-1.2e). */
export const planCommands: Readonly<Record<string, Command>> = {
  recordPlan: records(plan) as Command,
  amendPlan: amends(plan) as Command,
  recordPlanAction: records(action) as Command,
  amendPlanAction: amends(action) as Command,
};
