import type { RecordedType } from '@postern/recording';
import { amends, records } from '@postern/recording';
import { text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { LONGEST_LINE, LONGEST_TEXT } from '../longest-text.ts';
import { IN_EPISODE } from '../placing.ts';
import { caseNoteResource } from './case-note.resource.ts';
import { CASE_NOTE_KINDS } from './case-note.table.ts';
import { asPassage } from './passage.ts';

const note: RecordedType = {
  resource: caseNoteResource,
  called: 'note',
  placing: IN_EPISODE,
  fields: {
    kind: z.enum(CASE_NOTE_KINDS),
    subject: text(LONGEST_LINE),
    text: text(LONGEST_TEXT),
  },
  required: ['kind', 'subject', 'text'],
  texts: ['subject', 'text'],
  splitting: asPassage,
};

/** What was said when somebody asked for advice, at the panel and in the hub (SHR-3.8.9, SHR-3.7.9a, SHR-3.6.2b). */
export const caseNoteCommands: Readonly<Record<string, Command>> = {
  recordCaseNote: records(note) as Command,
  amendCaseNote: amends(note) as Command,
};
