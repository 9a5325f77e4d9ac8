import { isHeld, isInUse } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';

/** The roles that any of these accounts holds, now or from a later date, or would if somebody confirmed them. */
export async function rolesHeldBy(
  transaction: Statements,
  accounts: Iterable<string>,
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.run<{ role: string }>({
    text: `SELECT DISTINCT role FROM access.role_holding
      WHERE account_id = ANY ($1::uuid[]) AND (ends_at IS NULL OR ends_at > $2::timestamptz)`,
    values: [[...accounts], now.toISOString()],
  });
  return new Set(rows.map(({ role }) => role));
}

/** The roles of an account's grants on episodes, live, suspended or yet to begin. */
export async function rolesGrantedTo(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.run<{ role: string }>({
    text: `SELECT DISTINCT role FROM access.access_grant WHERE account_id = $1
      AND (ends_at IS NULL OR ends_at > $2::timestamptz) AND (revoked_at IS NULL OR revoked_at > $2::timestamptz)`,
    values: [account, now.toISOString()],
  });
  return new Set(rows.map(({ role }) => role));
}

/** The roles that somebody holds now whose account is active. */
export async function rolesWithHolder(
  transaction: Statements,
  roles: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.run<{ role: string }>({
    text: `SELECT DISTINCT holding.role FROM access.role_holding holding
      JOIN access.account ON account.id = holding.account_id
      WHERE holding.role = ANY ($1::text[]) AND ${isInUse('account')} AND ${isHeld('holding', '$2::timestamptz')}`,
    values: [[...roles], now.toISOString()],
  });
  return new Set(rows.map(({ role }) => role));
}
