import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whoever gives or ends access to an episode does so one after another, until the transaction ends: what was added
 * meanwhile to keep somebody out is seen, and what was given meanwhile is ended. Whatever ends grants by itself takes the
 * same lock (`access.hold_episode`).
 */
export async function holdEpisode(transaction: Statements, episode: string): Promise<void> {
  if (!UUID.test(episode)) throw new CommandRefused('RECORD_UNKNOWN');
  await transaction.run({ text: 'SELECT access.hold_episode($1::uuid)', values: [episode] });
}
