import { column, descending } from '@postern/subgraph-kit';

import { entryResource } from '../entry-resource.ts';
import { caseNote } from './case-note.table.ts';

export const caseNoteResource = entryResource(
  'CaseNote',
  caseNote,
  {
    kind: column('kind'),
    subject: column('subject'),
    text: column('text'),
    passageOf: column('passageOf'),
  },
  [descending('recordedAt')],
  ['kind', 'subject', 'text'],
);
