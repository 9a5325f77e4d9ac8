import {
  expectedRevision,
  id,
  idempotencyKey,
  requireRevision,
  requireStep,
  takeStep,
  takingFor,
} from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { passedContent } from '../content/passing-content.ts';
import { documentMachine } from '../document.machine.ts';
import { holdOwnDocument } from '../guards/own-document.ts';
import { SCAN_ERRAND } from '../scanning/scan-document.ts';
import type { HeldDocument } from '../store/documents.ts';
import { stepDocument } from '../store/documents.ts';
import { contentOf, receivedOf } from '../store/parts.ts';

const input = z.strictObject({
  document: id,
  expectedRevision,
  idempotencyKey: idempotencyKey.nullish(),
});

/** All of it is here and is what was announced; from then on it waits to be looked through, which follows at once. */
export const completeDocument: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  errand: { name: SCAN_ERRAND, subject: ({ document }) => String(document) },
  run: async (call) => {
    const { transaction, now } = call;
    const document = await holdOwnDocument(call, call.input.document);
    requireStep(documentMachine, document, 'COMPLETE');
    requireRevision(document, call.input.expectedRevision);
    await requireWhole(document, call);
    const state = await takeStep(
      documentMachine,
      document,
      {
        move: 'COMPLETE',
        about: { episode: document.episodeId },
        onBehalfOf: 'AGENCY',
        reason: 'All of it has come.',
      },
      takingFor(call),
    );
    await stepDocument(transaction, document, state, now);
    return { document: document.id };
  },
};

/** Names and extensions say nothing: what counts is what came. */
async function requireWhole(
  document: HeldDocument,
  { transaction }: CommandCall<unknown>,
): Promise<void> {
  const { bytes, parts, missing } = await receivedOf(transaction, document.id);
  if (bytes !== document.bytes || missing[0] !== parts + 1)
    throw new CommandRefused('DOCUMENT_INCOMPLETE', { about: missing.map(String) });
  const passed = await passedContent(contentOf(transaction, document.id), document.mediaType);
  if (passed.sha256 !== document.sha256 || passed.bytes !== document.bytes)
    throw new CommandRefused('DOCUMENT_NOT_AS_ANNOUNCED');
  if (passed.finding !== null)
    throw new CommandRefused('DOCUMENT_CONTENT_REFUSED', { about: [passed.finding] });
}
