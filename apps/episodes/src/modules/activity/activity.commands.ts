import type { RecordedType } from '@postern/recording';
import { amends, records } from '@postern/recording';
import { momentText, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { asPassage } from '../case-note/passage.ts';
import { LONGEST_LINE, LONGEST_TEXT } from '../longest-text.ts';
import { IN_EPISODE } from '../placing.ts';
import { activityResource } from './activity.resource.ts';
import { ACTIVITY_KINDS, ATTENDANCES } from './activity.table.ts';

const activity: RecordedType = {
  resource: activityResource,
  called: 'activity',
  placing: IN_EPISODE,
  fields: {
    kind: z.enum(ACTIVITY_KINDS),
    subject: text(LONGEST_LINE),
    occursAt: momentText,
    attendance: z.enum(ATTENDANCES),
    notes: text(LONGEST_TEXT),
  },
  required: ['kind', 'subject', 'occursAt', 'attendance'],
  texts: ['subject', 'notes'],
  splitting: asPassage,
};

/** Appointments, visits, events and services (SHR-8.2.2c, SHR-3.5.3). */
export const activityCommands: Readonly<Record<string, Command>> = {
  recordActivity: records(activity) as Command,
  amendActivity: amends(activity) as Command,
};
