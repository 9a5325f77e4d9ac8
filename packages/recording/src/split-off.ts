import { randomUUID } from 'node:crypto';
import type { CommandCall, Statements } from '@postern/subgraph-kit';
import { notPermitted } from './not-permitted.ts';
import type { RecordedType, SplitOff, SplitRecord } from './recorded-type.ts';
import type { Row, Writing } from './write.ts';
import { insertRecord } from './write.ts';

/** The schema of passages, for every subgraph that records free text. */
export const SPLIT_OFF_SCHEMA = new URL('./split-off.graphql', import.meta.url);

/** Where a passage comes from, and what is the same of it. */
export interface SplitFrom {
  readonly type: RecordedType;
  /** The record it was meant for, by the names of its columns. */
  readonly row: Row;
  /** The episode, who recorded it, when, and whom it concerns: the same of the record and its passages. */
  readonly provenance: Row & { readonly episode_id: string };
}

/** Records each passage under its own class; whoever may not record it there records nothing. */
export async function recordSplitOff(
  passages: readonly SplitOff[],
  from: SplitFrom,
  writing: Writing,
  { transaction, mayAdd }: CommandCall<unknown>,
): Promise<void> {
  for (const passage of passages) {
    const { id, resource, fields } = await insertSplitOff(transaction, passage, from, writing);
    if (!(await mayAdd(resource.type, [id], fields)).has(id))
      throw notPermitted(resource.type, fields);
  }
}

/** Writes one under its own class, whoever wrote it: of what somebody tells the front door nobody asks whether they may. */
export async function insertSplitOff(
  transaction: Statements,
  passage: SplitOff,
  { type, row, provenance }: SplitFrom,
  writing: Writing,
): Promise<SplitRecord & { readonly id: string }> {
  const id = randomUUID();
  const record = type.splitting(passage, { type, row });
  const split = { ...provenance, ...record.columns, row_class: passage.class, id };
  await insertRecord(transaction, record.resource, split, writing);
  return { ...record, id };
}
