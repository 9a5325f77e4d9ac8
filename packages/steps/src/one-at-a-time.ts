import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';

/**
 * Whoever gives or ends access to an episode does so one after another, until the transaction ends: what was added
 * meanwhile to keep somebody out is seen, and what was given meanwhile is ended. Whatever ends grants by itself takes the
 * same lock (`access.hold_episode`).
 */
export async function holdEpisode(transaction: Statements, episode: string): Promise<void> {
  if (!isUuid(episode)) throw new CommandRefused('RECORD_UNKNOWN');
  await transaction.run({ text: 'SELECT access.hold_episode($1::uuid)', values: [episode] });
}

/**
 * Whoever ends all access of an account or an agency waits for everybody who gives or ends access to any episode, and they
 * for it: which episodes it is about cannot be known before, since access to one more may be given at the moment. So there
 * is no order of episodes in which two could wait for each other, and one lock however many there are. Not to be asked for
 * while an episode is held.
 */
export async function holdEveryEpisode(transaction: Statements): Promise<void> {
  await transaction.run({ text: 'SELECT access.hold_every_episode()', values: [] });
}
