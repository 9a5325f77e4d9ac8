import { requireRevision } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { inColumns } from './columns.ts';
import { requireNothingRevealed } from './free-text.ts';
import type { GivenFields } from './given-fields.ts';
import { changesOf } from './given-fields.ts';
import { requireOfEpisode, shareEpisode } from './hold-open.ts';
import type { ChangedRecord } from './input.ts';
import { changedRecordInput } from './input.ts';
import { notPermitted } from './not-permitted.ts';
import type { OneOf } from './one-of.ts';
import { oneOf } from './one-of.ts';
import type { RecordedType } from './recorded-type.ts';
import type { SplitFrom } from './split-off.ts';
import { recordSplitOff } from './split-off.ts';
import type { StandingRecord } from './write.ts';
import { episodeOf, holdRecord, updateRecord } from './write.ts';

/**
 * Writes a record otherwise than it was; what it said before is kept. Nobody changes what they may not read, and a null sent
 * back for what was withheld is what it was: nothing said (SHR-8.3.7h, STA-6.1d).
 */
export function amends(type: RecordedType): Command<ChangedRecord> {
  return {
    roles: 'ANY',
    purpose: 'ANY',
    input: changedRecordInput(type),
    run: (call) => amend(type, call),
  };
}

/** The same for several types, as {@link recordsOneOf}. */
export function amendsOneOf(
  argument: string,
  types: readonly RecordedType[],
): Command<OneOf<ChangedRecord>> {
  return {
    roles: 'ANY',
    purpose: 'ANY',
    input: oneOf(argument, types, changedRecordInput),
    run: ({ input: { type, input }, ...call }) => amend(type, { ...call, input }),
  };
}

async function amend(type: RecordedType, call: CommandCall<ChangedRecord>): Promise<Answer> {
  const { input, transaction, principal, now } = call;
  const { resource, called } = type;
  const standing = await heldForWriting(type, call);
  const changes = await changesOf(resource.type, standing.id, givenOf(input), call);
  requireRevision({ ...standing, state: '' }, input.expectedRevision);
  if (input.concerns !== null)
    await requireOfEpisode(transaction, standing.episodeId, input.concerns);
  const { revealsNothing, splitOff } = input;
  const reviewedFor = requireNothingRevealed(
    type,
    { fields: changes, revealsNothing },
    call.dictionary,
  );
  const { accountId, agencyId } = principal;
  const writing = { accountId, agencyId, at: now, reason: input.reason };
  const fields = Object.keys(changes);
  if (fields.length > 0) {
    const columns = inColumns(resource, changes);
    await updateRecord(transaction, resource, standing, columns, { ...writing, reviewedFor });
    const may = await call.mayAdd(resource.type, [standing.id], fields);
    if (!may.has(standing.id)) throw notPermitted(resource.type, fields);
  }
  await recordSplitOff(splitOff, passagesOf(type, standing, call), writing, call);
  return { [called]: standing.id };
}

/** A passage that is split off later is recorded by whoever does so, and concerns whom the record concerns. */
function passagesOf(
  type: RecordedType,
  { row, episodeId }: StandingRecord,
  { principal, now, input }: CommandCall<ChangedRecord>,
): SplitFrom {
  return {
    type,
    row,
    provenance: {
      episode_id: episodeId,
      recorded_by: principal.accountId,
      agency_id: principal.agencyId,
      recorded_at: now.toISOString(),
      nature: input.nature ?? row['nature'],
      ...(type.resource.concerns === undefined
        ? {}
        : { concerns: input.concerns ?? row['concerns'] }),
    },
  };
}

async function heldForWriting(
  { resource }: RecordedType,
  { input, transaction, seen }: CommandCall<ChangedRecord>,
): Promise<StandingRecord> {
  const episode = isUuid(input.id) ? await episodeOf(transaction, resource, input.id) : null;
  if (episode === null) throw new CommandRefused('RECORD_UNKNOWN');
  await shareEpisode(transaction, episode);
  const standing = await holdRecord(transaction, resource, input.id);
  const visible = await seen(resource.type, [input.id]);
  if (standing === null || !visible.has(standing.id)) throw new CommandRefused('RECORD_UNKNOWN');
  return standing;
}

/** What was sent of it, with what is no field of its type's own. */
function givenOf({ fields, nature, concerns }: ChangedRecord): GivenFields {
  return {
    ...fields,
    ...(nature === null ? {} : { nature }),
    ...(concerns === null ? {} : { concerns }),
  };
}
