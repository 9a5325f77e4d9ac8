import { isInUse } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';
import { leads } from '../../grant/store/live-grant.ts';
import type { AccuracyIssue } from './issues.ts';

/**
 * Everybody who was given this field of this record before now, by the ledger: at least whoever was, and perhaps some who
 * were given it of somebody else in the same response.
 */
export async function recipientsOf(
  transaction: Statements,
  { coordinate, episodeId, personId }: AccuracyIssue,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ account: string }>({
    text: 'SELECT account FROM ledger.recipients_of($1, $2, $3) AS account ORDER BY account',
    values: [coordinate, episodeId, personId],
  });
  return rows.map(({ account }) => account);
}

/** Whoever leads the support in the episode now, and holds that role still. */
export async function leadsOf(
  transaction: Statements,
  episode: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT DISTINCT account.id FROM access.access_grant held JOIN access.account ON account.id = held.account_id
      WHERE held.episode_id = $1 AND ${leads('held', '$2')} AND ${isInUse('account')} ORDER BY account.id`,
    values: [episode, now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
