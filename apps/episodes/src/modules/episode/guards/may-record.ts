import { holdEpisode, requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { HeldEpisode } from '../store/episodes.ts';
import { lockEpisode } from '../store/episodes.ts';

/** What every command about an episode is sent. */
export interface OfEpisode {
  readonly episode: string;
  readonly expectedRevision: number;
}

/**
 * Holds an episode of which the caller may record all these fields, and with it access to it, so that nobody is given access
 * while it closes.
 * @throws CommandRefused RECORD_UNKNOWN for one that they may not see, as where there is none; RECORDING_NOT_PERMITTED;
 *   REVISION_PASSED
 */
export async function holdRecordable(
  call: CommandCall<OfEpisode>,
  ...fields: readonly string[]
): Promise<HeldEpisode> {
  const { transaction, input } = call;
  await holdEpisode(transaction, input.episode);
  const held = await lockEpisode(transaction, input.episode);
  await requireMayRecord(call, { type: 'Episode', id: held.id }, fields);
  requireRevision(held, input.expectedRevision);
  return held;
}

/** @throws CommandRefused RECORD_UNKNOWN, RECORDING_NOT_PERMITTED */
export async function requireMayRecord(
  { seen, mayRecord }: Pick<CommandCall<unknown>, 'mayRecord' | 'seen'>,
  { type, id }: { readonly type: string; readonly id: string },
  fields: readonly string[],
): Promise<void> {
  if ((await mayRecord(type, [id], fields)).has(id)) return;
  const isSeen = (await seen(type, [id])).has(id);
  throw isSeen
    ? new CommandRefused('RECORDING_NOT_PERMITTED', {
        about: fields.map((field) => `${type}.${field}`),
      })
    : new CommandRefused('RECORD_UNKNOWN');
}
