import type { Splitting } from '@postern/recording';
import { caseNoteResource } from './case-note.resource.ts';

/** A passage of any text of an episode is a note of its own, which says where it was meant to stand. */
export const asPassage: Splitting = ({ field, text }, { type, row }) => ({
  resource: caseNoteResource,
  fields: ['kind', 'subject', 'text'],
  columns: {
    kind: 'PASSAGE',
    subject: `${type.resource.type}.${field}`,
    text,
    passage_of: row['id'],
  },
});
