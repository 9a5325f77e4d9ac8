import type { RowBinding } from '@postern/query-policy';
import type { CompiledFields } from './episode-of.ts';
import { OF_WORK_ALONE } from './episode-of.ts';
import type { RowDecoder } from './row-decoder.ts';
import type { RowsRequest } from './rows.ts';

/** Where a row that is a piece of a record has that record and whom it concerns, for the ledger, if any content of it is asked for. */
export function handedOver(
  { resource: { pieceOf } }: RowsRequest,
  { rowId, concerns }: RowBinding,
  { fields, layout }: CompiledFields,
): RowDecoder['handed'] {
  const content = fields
    .filter((field) => field.released !== 'NEVER' && !OF_WORK_ALONE.includes(field.class))
    .map(({ position }) => position);
  if (pieceOf === undefined || content.length === 0) return null;
  return {
    question: pieceOf.question,
    clause: pieceOf.clause,
    record: layout.add(rowId),
    persons: concerns === undefined ? null : layout.add(concerns),
    content,
  };
}
