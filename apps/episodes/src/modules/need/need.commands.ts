import type { RecordedType } from '@postern/recording';
import { amends, records } from '@postern/recording';
import { day, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { asPassage } from '../case-note/passage.ts';
import { LONGEST_TEXT } from '../longest-text.ts';
import { IN_EPISODE } from '../placing.ts';
import { needResource } from './need.resource.ts';
import { HEADLINE_OUTCOMES } from './need.table.ts';

/** More needs than these nobody puts in an order. */
const MOST_NEEDS = 50;

const need: RecordedType = {
  resource: needResource,
  called: 'need',
  placing: IN_EPISODE,
  fields: {
    outcome: z.enum(HEADLINE_OUTCOMES),
    description: text(LONGEST_TEXT),
    identifiedOn: day,
    metOn: day,
    familyRank: z.number().int().min(1).max(MOST_NEEDS, `a place from 1 to ${MOST_NEEDS}`),
  },
  required: ['outcome', 'identifiedOn'],
  texts: ['description'],
  splitting: asPassage,
};

/** What the family needs (SHR-1.2a, SHR-1.2b). */
export const needCommands: Readonly<Record<string, Command>> = {
  recordNeed: records(need) as Command,
  amendNeed: amends(need) as Command,
};
