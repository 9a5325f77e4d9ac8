import type { Statements } from '@postern/subgraph-kit';
import { holdsOffice } from '../../role-holding/store/office-holders.ts';
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
      WHERE held.episode_id = $1 AND held.role = 'LEAD_PROFESSIONAL' AND held.starts_at <= $2
        AND access.grant_state(held.ends_at, held.confirm_by, held.suspended_at, held.revoked_at, $2) IN ('GRANTED', 'EXPIRING')
        AND ${holdsOffice('account', { roles: 'ARRAY[held.role]', at: '$2' })} ORDER BY account.id`,
    values: [episode, now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
