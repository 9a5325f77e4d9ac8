import type { RecordedType } from '@postern/recording';
import { amends, records } from '@postern/recording';
import { day, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { asPassage } from '../case-note/passage.ts';
import { LONGEST_LINE, LONGEST_MINUTES, LONGEST_TEXT } from '../longest-text.ts';
import { IN_EPISODE } from '../placing.ts';
import { meetingResource } from './meeting.resource.ts';

const MOST_ATTENDEES = 100;

const meeting: RecordedType = {
  resource: meetingResource,
  called: 'meeting',
  placing: IN_EPISODE,
  fields: {
    heldOn: day,
    attendees: z.array(text(LONGEST_LINE)).max(MOST_ATTENDEES, `at most ${MOST_ATTENDEES}`),
    minutes: text(LONGEST_MINUTES),
    outcome: text(LONGEST_TEXT),
  },
  required: ['heldOn'],
  texts: ['minutes', 'outcome'],
  splitting: asPassage,
};

/** Meetings of the team around the family (SHR-3.4.5). */
export const meetingCommands: Readonly<Record<string, Command>> = {
  recordTafMeeting: records(meeting) as Command,
  amendTafMeeting: amends(meeting) as Command,
};
