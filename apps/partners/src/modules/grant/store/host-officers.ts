import type { Statements } from '@postern/subgraph-kit';

/** Managers of the host, as far as their accounts are in use: what nobody else looks after comes to them. */
export function hostOfficers(transaction: Statements, now: Date): Promise<readonly string[]> {
  return holdersOf(transaction, 'EARLY_HELP_MANAGER', now);
}

/** Whoever holds a role now, as far as their accounts are in use. */
export async function holdersOf(
  transaction: Statements,
  role: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT DISTINCT account.id FROM access.account JOIN access.role_holding holding ON holding.account_id = account.id
      WHERE account.state IN ('ACTIVE', 'DORMANT_WARNING') AND holding.role = $1 AND holding.starts_at <= $2
        AND (holding.ends_at IS NULL OR holding.ends_at > $2) ORDER BY account.id`,
    values: [role, now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
