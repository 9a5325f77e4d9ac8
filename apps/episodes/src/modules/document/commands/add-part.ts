import { id, requireStep } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { documentMachine } from '../document.machine.ts';
import { holdOwnDocument } from '../guards/own-document.ts';
import { LARGEST_PART, MOST_PARTS } from '../limits.ts';
import { addPart, partAs, receivedOf } from '../store/parts.ts';

const LONGEST_CONTENT = 4 * Math.ceil(LARGEST_PART / 3);

/** Bytes in Base64 (RFC 4648, 4), written in the one way in which they can be. */
const content = z
  .string()
  .min(1)
  .max(LONGEST_CONTENT, 'at most 512 KiB in Base64')
  .transform((text, context) => {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length <= LARGEST_PART && bytes.toString('base64') === text) return bytes;
    context.addIssue({ code: 'custom', message: 'at most 512 KiB in Base64' });
    return z.NEVER;
  });

const input = z.strictObject({
  document: id,
  number: z.number().int().min(1).max(MOST_PARTS),
  content,
});

/** Takes a part of a document; the same one again changes nothing, so that whoever was interrupted goes on where they were. */
export const addDocumentPart: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: part } = call;
    const document = await holdOwnDocument(call, part.document);
    requireStep(documentMachine, document, 'COMPLETE');
    const known = await partAs(transaction, document.id, part);
    if (known === 'OTHER') throw new CommandRefused('DOCUMENT_PART_DIFFERS');
    if (known === 'SAME') return { document: document.id };
    const { bytes } = await receivedOf(transaction, document.id);
    if (bytes + part.content.length > document.bytes)
      throw new CommandRefused('DOCUMENT_PART_BEYOND');
    await addPart(transaction, document.id, part);
    return { document: document.id };
  },
};
