import type { CommandCall, ResourceDefinition } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { GivenFields } from '../given-fields.ts';
import { changesOf } from '../given-fields.ts';
import { notPermitted } from '../not-permitted.ts';
import type { Writing } from '../write.ts';
import { shareEpisodes } from './share-episodes.ts';
import type { StandingDetails } from './write-details.ts';
import { holdDetails, updateDetails } from './write-details.ts';

/** What is to be written of a record of details. */
export interface DetailChange {
  readonly id: string;
  /** As the caller read it; null where it is written whatever it says by now. */
  readonly expectedRevision: number | null;
  readonly fields: GivenFields;
  readonly reason: string | null;
}

/** Who writes in a call, when, and why. */
export function writingOf(call: CommandCall<unknown>, reason: string | null): Writing {
  const { accountId, agencyId } = call.principal;
  return { accountId, agencyId, at: call.now, reason };
}

/**
 * Reads a record of details that the caller sees, and holds it until the transaction ends.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function heldDetails(
  call: CommandCall<unknown>,
  resource: ResourceDefinition,
  id: string,
): Promise<StandingDetails> {
  if (!isUuid(id)) throw new CommandRefused('RECORD_UNKNOWN');
  await shareEpisodes(call.transaction, resource, id);
  const standing = await holdDetails(call.transaction, resource, id);
  const visible = await call.seen(resource.type, [id]);
  if (standing === null || !visible.has(standing.id)) throw new CommandRefused('RECORD_UNKNOWN');
  return standing;
}

/**
 * Writes details of a record that is held otherwise than they were; what they said before is kept. It is decided by what they
 * were and by what they are to be. @throws CommandRefused RECORDING_NOT_PERMITTED, REVISION_PASSED
 */
export async function changeDetails(
  call: CommandCall<unknown>,
  resource: ResourceDefinition,
  standing: StandingDetails,
  change: Omit<DetailChange, 'id'>,
): Promise<void> {
  const { type } = resource;
  const { id } = standing;
  const changes = await changesOf(type, id, change.fields, call);
  await requireShownRevision(call, resource, id, change.expectedRevision);
  const fields = Object.keys(changes);
  if (fields.length === 0) return;
  const writing = writingOf(call, change.reason);
  await updateDetails(call.transaction, resource, standing, changes, writing);
  if (!(await call.mayAdd(type, [id], fields)).has(id)) throw notPermitted(type, fields);
}

/** The revision that the caller sees: it passes by what they see changed, and by nothing else. */
export async function requireShownRevision(
  { shown }: Pick<CommandCall<unknown>, 'shown'>,
  { type }: ResourceDefinition,
  id: string,
  expected: number | null,
): Promise<void> {
  if (expected === null) return;
  const revision = (await shown(type, [id], 'revision')).get(id);
  if (revision === undefined) throw notPermitted(type, ['revision']);
  if (revision !== expected)
    throw new CommandRefused('REVISION_PASSED', { revision: Number(revision) });
}
