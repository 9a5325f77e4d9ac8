import type { Answer, Statements } from '@postern/subgraph-kit';

/** What an account holds that has not ended, as it is shown to those who look after accounts. */
export async function holdingsShown(
  statements: Statements,
  account: string,
  now: Date,
): Promise<readonly Answer[]> {
  const rows = await statements.run<Record<string, unknown> & { confirmedUntil: Date | null }>({
    text: `SELECT id AS holding, role, revision, confirmed_until AS "confirmedUntil",
        CASE WHEN confirmed_until <= $2::timestamptz THEN 'LAPSED' ELSE 'HELD' END AS state
      FROM access.role_holding WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2::timestamptz) ORDER BY role, id`,
    values: [account, now.toISOString()],
  });
  return rows.map((row) => ({ ...row, confirmedUntil: row.confirmedUntil?.toISOString() ?? null }));
}
