import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { HeldDocument } from '../store/documents.ts';
import { holdDocument } from '../store/documents.ts';

/**
 * Holds a document whose content the caller may send: who began it and may still record it goes on with it, and nobody in
 * their name (SHR-8.4.3).
 * @throws CommandRefused RECORD_UNKNOWN, RECORDING_NOT_PERMITTED
 */
export async function holdOwnDocument(
  { transaction, principal, seen, mayRecord }: CommandCall<unknown>,
  id: string,
): Promise<HeldDocument> {
  const document = await holdDocument(transaction, id);
  if (!isUuid(id) || !(await seen('Document', [id])).has(document.id))
    throw new CommandRefused('RECORD_UNKNOWN');
  const isOwn = document.recordedBy === principal.accountId;
  if (!isOwn || !(await mayRecord('Document', [id], ['title'])).has(document.id))
    throw new CommandRefused('RECORDING_NOT_PERMITTED', { about: ['Document.parts'] });
  return document;
}
