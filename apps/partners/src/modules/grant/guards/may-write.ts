import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { overriddenOnly } from '../store/overridden-only.ts';

/**
 * Whoever begins something about an episode sees it, and not by an override alone: that reads for some hours, and what is
 * written would stay (SHR-3.5L-e). Beside it they explain the override, give it up and declare a relationship of their own.
 * @throws CommandRefused RECORD_UNKNOWN, OVERRIDE_READS
 */
export async function requireMayWrite(
  { transaction, principal, seen, now }: CommandCall<unknown>,
  episode: string,
): Promise<void> {
  if (!(await seen('Episode', [episode])).has(episode)) throw new CommandRefused('RECORD_UNKNOWN');
  const [only] = await transaction.run({
    text: `SELECT 1 AS only WHERE ${overriddenOnly({ account: '$1::uuid', episode: '$2::uuid' }, '$3::timestamptz')}`,
    values: [principal.accountId, episode, now.toISOString()],
  });
  if (only !== undefined) throw new CommandRefused('OVERRIDE_READS');
}
