import { randomUUID } from 'node:crypto';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { inColumns } from './columns.ts';
import { requireNothingRevealed } from './free-text.ts';
import { requireOfEpisode, shareEpisode } from './hold-open.ts';
import type { NewRecord } from './input.ts';
import { newRecordInput } from './input.ts';
import { notPermitted } from './not-permitted.ts';
import type { OneOf } from './one-of.ts';
import { oneOf } from './one-of.ts';
import type { Place, RecordedType } from './recorded-type.ts';
import { recordSplitOff } from './split-off.ts';
import { insertRecord } from './write.ts';

/**
 * Adds a record: it is written, and then the rules are asked whether the caller may record that, in the transaction. Who
 * wrote it, for which agency, when, and whether it is fact or opinion stands with it (SHR-3.4.11b, STA-2.2f, SHR-8.3.7h).
 */
export function records(type: RecordedType): Command<NewRecord> {
  return {
    roles: 'ANY',
    purpose: 'ANY',
    input: newRecordInput(type),
    run: (call) => record(type, call),
  };
}

/** One command for several types that are recorded in the same place: what is sent says of which it is. */
export function recordsOneOf(
  argument: string,
  types: readonly RecordedType[],
): Command<OneOf<NewRecord>> {
  return {
    roles: 'ANY',
    purpose: 'ANY',
    input: oneOf(argument, types, newRecordInput),
    run: ({ input: { type, input }, ...call }) => record(type, { ...call, input }),
  };
}

async function record(type: RecordedType, call: CommandCall<NewRecord>): Promise<Answer> {
  const { input, transaction } = call;
  const place = await type.placing.find(input.place, call);
  if (place === null) throw new CommandRefused('RECORD_UNKNOWN');
  await shareEpisode(transaction, place.episode);
  const id = await added(type, place, call);
  const persons = [...(place.persons ?? []), ...(input.concerns ?? [])];
  await requireOfEpisode(transaction, place.episode, persons);
  return { [type.called]: id };
}

async function added(
  type: RecordedType,
  { episode, columns }: Place,
  call: CommandCall<NewRecord>,
): Promise<string> {
  const { input, transaction, principal, now } = call;
  const { resource } = type;
  const { accountId, agencyId } = principal;
  const reviewedFor = requireNothingRevealed(type, input, call.dictionary);
  const id = randomUUID();
  const provenance = {
    episode_id: episode,
    recorded_by: accountId,
    agency_id: agencyId,
    recorded_at: now.toISOString(),
    nature: input.nature,
    ...(input.concerns === null ? {} : { concerns: input.concerns }),
  };
  const row = {
    ...type.constant,
    ...inColumns(resource, input.fields),
    ...columns,
    ...provenance,
    id,
  };
  const writing = { accountId, agencyId, at: now, reason: null };
  await insertRecord(transaction, resource, row, { ...writing, reviewedFor });
  const fields = Object.keys(input.fields);
  const may = await call.mayAdd(resource.type, [id], fields);
  if (!may.has(id)) throw notPermitted(resource.type, fields);
  await recordSplitOff(input.splitOff, { type, row, provenance }, writing, call);
  return id;
}
