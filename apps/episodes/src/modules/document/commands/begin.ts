import { CLASS_KEYS, isJustifiable } from '@postern/policy';
import type { RecordedType } from '@postern/recording';
import { amends, records } from '@postern/recording';
import { begin, takingFor, title } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { asPassage } from '../../case-note/passage.ts';
import { IN_EPISODE } from '../../placing.ts';
import { MEDIA_TYPES } from '../content/media-types.ts';
import { documentMachine } from '../document.machine.ts';
import { documentResource } from '../document.resource.ts';
import { DOCUMENT_KINDS } from '../document.table.ts';
import { requireTitleOfClass } from '../guards/title.ts';
import { LARGEST_DOCUMENT } from '../limits.ts';
import { holdDocument } from '../store/documents.ts';

/** Classes that an entry can be of beyond its type's own. */
const STRICTER = CLASS_KEYS.filter((key) => isJustifiable(key) && key !== 'PERSONAL');

const described = { title, kind: z.enum(DOCUMENT_KINDS) };

const DOCUMENT: RecordedType = {
  resource: documentResource,
  called: 'document',
  placing: IN_EPISODE,
  fields: {
    ...described,
    mediaType: z.enum(MEDIA_TYPES),
    bytes: z.number().int().min(1).max(LARGEST_DOCUMENT, 'at most 25 MiB'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal'),
    rowClass: z.enum(STRICTER),
  },
  required: ['title', 'kind', 'mediaType', 'bytes', 'sha256'],
  // Its title is of the class of the whole, and nothing is split off it.
  texts: [],
  splitting: asPassage,
  constant: { state: documentMachine.initial },
};

const recorded = records(DOCUMENT);
const amended = amends({ ...DOCUMENT, fields: described });

/** Says what is going to be sent; its content comes in parts (SHR-3.4.6, SHR-8.2.2a). */
export const beginDocument: typeof recorded = {
  ...recorded,
  run: async (call) => {
    const { title: called, rowClass } = call.input.fields;
    requireTitleOfClass(called, typeof rowClass === 'string' ? rowClass : null);
    const answer = await recorded.run(call);
    await putOnRecord(String(answer['document']), call);
    return answer;
  },
};

/** What it is called and what it is of the work; never what it holds. */
export const amendDocument: typeof amended = {
  ...amended,
  run: async (call) => {
    const answer = await amended.run(call);
    const { rowClass } = await holdDocument(call.transaction, call.input.id);
    requireTitleOfClass(call.input.fields['title'], rowClass);
    return answer;
  },
};

async function putOnRecord(id: string, call: CommandCall<unknown>): Promise<void> {
  const { episodeId } = await holdDocument(call.transaction, id);
  await begin(
    documentMachine,
    id,
    {
      move: 'BEGIN',
      about: { episode: episodeId },
      onBehalfOf: 'AGENCY',
      reason: 'A document is put on the record.',
    },
    takingFor(call),
  );
}
