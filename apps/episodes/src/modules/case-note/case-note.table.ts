import { entryColumns } from '@postern/access-facts';
import { index, text, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/** Where a note was taken: a consultation (SHR-3.8.9), the panel (SHR-3.7), or the hub (SHR-3.6). */
export const CASE_NOTE_KINDS = ['CONSULTATION', 'PANEL', 'HUB'] as const;
/** And what was split off from another text, under a class of its own. */
export type CaseNoteKind = (typeof CASE_NOTE_KINDS)[number] | 'PASSAGE';

/** Advice or a decision that belongs on the family's file though it was not given in a meeting of the team. */
export const caseNote = episodes.table(
  'case_note',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    kind: text().$type<CaseNoteKind>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    /** The record that a passage was meant for. */
    passageOf: uuid('passage_of'),
    ...entryColumns(),
  },
  (t) => [index().on(t.episodeId)],
);
