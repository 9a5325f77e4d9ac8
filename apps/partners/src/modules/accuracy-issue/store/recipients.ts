import type { Statements } from '@postern/subgraph-kit';
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

/** Whoever leads the support in the episode now. */
export async function leadsOf(
  transaction: Statements,
  episode: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT DISTINCT account_id AS id FROM access.access_grant WHERE episode_id = $1 AND role = 'LEAD_PROFESSIONAL'
      AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2) AND (revoked_at IS NULL OR revoked_at > $2)
      AND (suspended_at IS NULL OR suspended_at > $2) AND (confirm_by IS NULL OR confirm_by > $2) ORDER BY 1`,
    values: [episode, now.toISOString()],
  });
  return rows.map(({ id }) => id);
}

/** Those of the host team who put records right that others cannot. */
export async function hostTeam(transaction: Statements, now: Date): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT DISTINCT account.id FROM access.account JOIN access.role_holding holding ON holding.account_id = account.id
      WHERE account.state IN ('ACTIVE', 'DORMANT_WARNING') AND holding.role = 'BUSINESS_SUPPORT'
        AND holding.starts_at <= $1 AND (holding.ends_at IS NULL OR holding.ends_at > $1)
        AND (holding.confirmed_until IS NULL OR holding.confirmed_until > $1) ORDER BY account.id`,
    values: [now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
