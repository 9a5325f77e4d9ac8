import type { Statements } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';

/**
 * Whoever records in an episode does so beside others who do, until the transaction ends, and never while access to it is
 * given or ended: whether it may still be recorded in is decided after that.
 */
export async function shareEpisode(transaction: Statements, episode: string): Promise<void> {
  await transaction.run({ text: 'SELECT access.share_episode($1::uuid)', values: [episode] });
}

/** @throws CommandRefused ARGUMENT_INVALID where somebody named is not among those whom the episode concerns */
export async function requireOfEpisode(
  transaction: Statements,
  episode: string,
  persons: readonly string[],
): Promise<void> {
  const [strangers] = await transaction.run<{ are: boolean }>({
    text: `SELECT EXISTS (SELECT FROM unnest($2::text[]) named (id) WHERE NOT EXISTS (
      SELECT FROM access.episode_person of_it WHERE of_it.episode_id = $1 AND of_it.person_id::text = named.id)) AS are`,
    values: [episode, persons],
  });
  if (strangers?.are !== false)
    throw argumentInvalid('concerns', 'ids of persons whom the episode concerns');
}
