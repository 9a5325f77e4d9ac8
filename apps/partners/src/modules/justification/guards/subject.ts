import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { episodeOf } from '../store/team.ts';

/** About whom something is written. */
interface About {
  readonly episode: string;
  readonly person: string;
}

/**
 * The caller may see the episode, and it concerns the person; otherwise neither is there. An override names what it opens.
 * @throws CommandRefused RECORD_UNKNOWN, OVERRIDE_NOT_EXTENDED
 */
export async function requireSubject(
  { episode, person }: About,
  { transaction, seen, tells, now, principal }: CommandCall<unknown>,
): Promise<{ readonly familyId: string }> {
  const isSeen = (await seen('Episode', [episode])).has(episode);
  const { accountId: account } = principal;
  const found = isSeen ? await episodeOf(transaction, { episode, person, account }, now) : null;
  if (found?.concerns !== true) throw new CommandRefused('RECORD_UNKNOWN');
  // Of what is found wrong one learns what law holds of the person.
  tells('Episode', [episode]);
  tells('Person', [person]);
  if (found.overridden) throw new CommandRefused('OVERRIDE_NOT_EXTENDED');
  return found;
}
