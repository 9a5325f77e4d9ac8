import { relatedFamilies } from '@postern/access-facts';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';

type Deciding = Pick<CommandCall<unknown>, 'principal' | 'transaction' | 'now'>;

/**
 * Whoever has a relationship with a family decides nothing of it and is told nothing of it, in whatever office: to them
 * its episodes are none (SHR-1.2g). What is listed for them leaves the same out, by {@link relatedFamilies}.
 * @throws CommandRefused RECORD_UNKNOWN where one of the episodes is such a family's, as where it is none
 */
export async function requireMayKnow(
  { principal, transaction, now }: Deciding,
  episodes: readonly string[],
): Promise<void> {
  const known = await transaction.run({
    text: `SELECT 1 AS known FROM access.episode WHERE id = ANY ($1::uuid[])
      AND family_id NOT IN (${relatedFamilies('$2', '$3')})`,
    values: [episodes.filter(isUuid), principal.accountId, now.toISOString()],
  });
  if (known.length < new Set(episodes).size) throw new CommandRefused('RECORD_UNKNOWN');
}

/** The same of families. @throws CommandRefused RECORD_UNKNOWN */
export async function requireUnrelated(
  { principal, transaction, now }: Deciding,
  families: readonly string[],
): Promise<void> {
  const [found] = await transaction.run({
    text: `SELECT 1 AS related WHERE $1::uuid[] && ARRAY(${relatedFamilies('$2', '$3')})`,
    values: [[...families], principal.accountId, now.toISOString()],
  });
  if (found !== undefined) throw new CommandRefused('RECORD_UNKNOWN');
}
