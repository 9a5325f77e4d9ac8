import type { Command } from '@postern/subgraph-kit';
import { addDocumentPart } from './commands/add-part.ts';
import { amendDocument, beginDocument } from './commands/begin.ts';
import { completeDocument } from './commands/complete.ts';

/** Documents on the record (SHR-3.4.6, SHR-3.8.2b, SHR-8.2.2a). */
export const documentCommands: Readonly<Record<string, Command>> = {
  beginDocument: beginDocument as Command,
  addDocumentPart: addDocumentPart as Command,
  completeDocument: completeDocument as Command,
  amendDocument: amendDocument as Command,
};
