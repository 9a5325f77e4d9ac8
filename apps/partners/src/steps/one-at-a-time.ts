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
