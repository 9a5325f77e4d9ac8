import type { Taking } from '@postern/steps';
import { recordEvents } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { entryTypes } from '../../entry/entry-types.ts';
import type { DeletionCause, ImportItemState } from '../import-item.table.ts';
import { recordLinksEnded } from './links.ts';

const TYPES = JSON.stringify(Object.fromEntries(entryTypes.map(({ kind, type }) => [kind, type])));

/** What somebody decided of an item. */
export interface Decision {
  readonly state: ImportItemState;
  /** Null where it is nobody's. */
  readonly person: string | null;
}

/** Writes a decision; where it is a match, the item is on the record of the person from now on. */
export async function writeDecision(
  taking: Taking,
  item: string,
  { state, person }: Decision,
): Promise<void> {
  const { transaction, actor } = taking;
  await transaction.run({
    text: `UPDATE families.import_item SET state = $2, person_id = $3, entry_id = $4, decided_by = $5, decided_at = $6,
        revision = revision + 1 WHERE id = $1`,
    values: [
      item,
      state,
      person,
      person === null ? null : crypto.randomUUID(),
      actor.accountId,
      actor.at.toISOString(),
    ],
  });
  if (person !== null) await putOnRecord(taking, item);
}

/** Puts a matched item on the record, or writes what stands there anew. */
export async function putOnRecord({ transaction, actor }: Taking, item: string): Promise<void> {
  await transaction.run({
    text: 'SELECT families.put_imported($1::uuid, $2::text::jsonb, $3::uuid, $4::uuid, $5::timestamptz)',
    values: [item, TYPES, ...writerOf(actor)],
  });
}

/** What became of what stands on the record because of an item that left the pool. */
export type Rewritten = 'AMENDED' | 'OF_OTHER' | 'UNCHANGED';

/** Writes what stands on the record as its source says now; not where the source says it of somebody else, or as another kind. */
export async function writeMatched(
  { transaction, actor }: Taking,
  item: string,
  said: Readonly<Record<string, unknown>>,
): Promise<Rewritten> {
  const [written] = await transaction.run<{ became: Rewritten }>({
    text: 'SELECT families.write_matched($1::uuid, $2::text::jsonb, $3::text::jsonb, $4::uuid, $5::uuid, $6::timestamptz) AS became',
    values: [item, JSON.stringify(said), TYPES, ...writerOf(actor)],
  });
  return written?.became ?? 'OF_OTHER';
}

/** Takes off what was put on a record or made known because of an item. */
export async function takeOffRecord(
  { transaction, actor }: Taking,
  item: string,
  onBehalfOf: 'AGENCY' | 'SELF',
): Promise<void> {
  const unmade = await transaction.run<{ id: string }>({
    text: 'SELECT families.take_off_imported($1::uuid, $2::text::jsonb, $3::uuid, $4::uuid, $5::timestamptz) AS id',
    values: [item, TYPES, ...writerOf(actor)],
  });
  if (unmade.length === 0) return;
  await recordEvents(
    transaction,
    {
      machine: 'MATCH_CANDIDATE',
      move: 'UNMAKE',
      after: 'UNMADE',
      onBehalfOf,
      reason: 'An item that it rested on was taken off.',
      of: unmade.map(({ id }) => ({ subject: id, before: 'KNOWN', about: {} })),
    },
    actor,
  );
}

function writerOf({ accountId, agencyId, at }: Taking['actor']): readonly unknown[] {
  return [accountId, agencyId, at.toISOString()];
}

/** An item waits again: nobody decided anything of it. */
export async function waitAgain(transaction: Statements, item: string): Promise<void> {
  await transaction.run({
    text: `UPDATE families.import_item SET state = 'WAITING', person_id = NULL, entry_id = NULL, decided_by = NULL, decided_at = NULL,
        revision = revision + 1 WHERE id = $1`,
    values: [item],
  });
}

/** Deletes items and certifies it; links in which they stood end with them. */
export async function forget(
  { transaction, actor }: Taking,
  items: readonly string[],
  cause: DeletionCause,
): Promise<void> {
  const [gone] = await transaction.run<{ links: readonly string[] }>({
    text: 'SELECT families.forget_imported($1::uuid[], $2, $3::timestamptz) AS links',
    values: [[...items], cause, actor.at.toISOString()],
  });
  await recordLinksEnded({ transaction, actor }, gone?.links ?? [], {
    onBehalfOf: cause === 'TWELVE_MONTHS' ? 'SERVICE' : 'AGENCY',
    reason: 'An item that it was of is deleted.',
  });
}
