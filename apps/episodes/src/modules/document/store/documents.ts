import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { MediaType } from '../content/media-types.ts';
import type { DocumentState } from '../document.table.ts';
import { SCAN_AGAIN_AFTER } from '../limits.ts';

/** A document as commands read it. */
export interface HeldDocument extends Held<DocumentState> {
  readonly episodeId: string;
  readonly recordedBy: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly sha256: string;
  /** A class stricter than a document's own. */
  readonly rowClass: string | null;
}

const DOCUMENTS = {
  table: 'episodes.document',
  columns: `episode_id AS "episodeId", recorded_by AS "recordedBy", media_type AS "mediaType", bytes, sha256, row_class AS "rowClass"`,
};

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdDocument(transaction: Statements, id: string): Promise<HeldDocument> {
  return hold<HeldDocument>(transaction, DOCUMENTS, id);
}

/** Writes the state that a step led to. */
export async function stepDocument(
  transaction: Statements,
  { id }: HeldDocument,
  state: DocumentState,
  now: Date,
): Promise<void> {
  await transaction.run({
    text: `UPDATE episodes.document SET revision = revision + 1, state = $2,
      scan_due_at = CASE WHEN $2 = 'SCANNING' THEN $3::timestamptz + interval '${SCAN_AGAIN_AFTER}' END WHERE id = $1`,
    values: [id, state, now.toISOString()],
  });
}

/** Has nobody else look a document through until somebody had time to. */
export async function postponeScan(transaction: Statements, id: string, now: Date): Promise<void> {
  await transaction.run({
    text: `UPDATE episodes.document SET scan_due_at = $2::timestamptz + interval '${SCAN_AGAIN_AFTER}' WHERE id = $1`,
    values: [id, now.toISOString()],
  });
}

/** Deletes the content of a document that was refused; of any other it deletes nothing. */
export async function dropContent(transaction: Statements, id: string): Promise<void> {
  await transaction.run({ text: 'SELECT episodes.drop_refused_content($1::uuid)', values: [id] });
}

/** Deletes a document that is not whole, with what came of it; any other it leaves. */
export async function dropUnfinished(transaction: Statements, id: string): Promise<void> {
  await transaction.run({
    text: 'SELECT episodes.drop_unfinished_document($1::uuid)',
    values: [id],
  });
}
