import type { Statements } from '@postern/subgraph-kit';
import type { DeletionCause, ImportItemState } from '../import-item.table.ts';

/** What somebody decided of an item. */
export interface Decision {
  readonly state: ImportItemState;
  /** Null where it is nobody's. */
  readonly person: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Writes a decision; where it is a match, the item is on the record of the person from now on. */
export async function writeDecision(
  transaction: Statements,
  item: string,
  { state, person, by, at }: Decision,
): Promise<void> {
  await transaction.run({
    text: `UPDATE families.import_item SET state = $2, person_id = $3, entry_id = $4, decided_by = $5, decided_at = $6,
        revision = revision + 1 WHERE id = $1`,
    values: [
      item,
      state,
      person,
      person === null ? null : crypto.randomUUID(),
      by,
      at.toISOString(),
    ],
  });
  if (person !== null) await putOnRecord(transaction, item, at);
}

/** Puts a matched item on the record, or writes what stands there anew. */
export async function putOnRecord(transaction: Statements, item: string, at: Date): Promise<void> {
  await transaction.run({
    text: 'SELECT families.put_imported($1::uuid, $2::timestamptz)',
    values: [item, at.toISOString()],
  });
}

/** Takes off what was put on a record or made known because of an item. */
export async function takeOffRecord(transaction: Statements, item: string): Promise<void> {
  await transaction.run({
    text: 'SELECT families.take_off_imported($1::uuid)',
    values: [item],
  });
}

/** An item waits again: nobody decided anything of it. */
export async function waitAgain(transaction: Statements, item: string): Promise<void> {
  await transaction.run({
    text: `UPDATE families.import_item SET state = 'WAITING', person_id = NULL, entry_id = NULL, decided_by = NULL, decided_at = NULL,
        revision = revision + 1 WHERE id = $1`,
    values: [item],
  });
}

/** Deletes items and certifies it; how many went. */
export async function forget(
  transaction: Statements,
  items: readonly string[],
  { cause, at }: { readonly cause: DeletionCause; readonly at: Date },
): Promise<number> {
  const [gone] = await transaction.run<{ items: number }>({
    text: 'SELECT families.forget_imported($1::uuid[], $2, $3::timestamptz) AS items',
    values: [[...items], cause, at.toISOString()],
  });
  return gone?.items ?? 0;
}
