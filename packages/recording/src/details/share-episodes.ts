import type { ResourceDefinition, Statements } from '@postern/subgraph-kit';
import { columnKeyName, tableOf } from '../columns.ts';

/**
 * Details are of no episode, so whoever writes them does so beside others in every episode through which they are seen, and
 * never while access to one of them is given or ended; in one order, so that no two wait for each other.
 */
export async function shareEpisodes(
  transaction: Statements,
  resource: ResourceDefinition,
  id: string,
): Promise<void> {
  await transaction.run({
    text: `SELECT access.share_episode(seen.id) FROM (${episodesOf(resource)} ORDER BY 1) seen`,
    values: [id],
  });
}

function episodesOf(resource: ResourceDefinition): string {
  const { link, type } = resource;
  if (link.kind === 'PERSON')
    return 'SELECT concerned.episode_id AS id FROM access.episode_person concerned WHERE concerned.person_id = $1';
  if (link.kind === 'FAMILY')
    return `SELECT held.id FROM access.episode held WHERE held.family_id =
      (SELECT of_it.${columnKeyName(resource, link.family)} FROM ${tableOf(resource)} of_it WHERE of_it.id = $1)`;
  throw new TypeError(`"${type}" is recorded in an episode.`);
}
