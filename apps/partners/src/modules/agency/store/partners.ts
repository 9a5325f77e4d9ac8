import type { Statements } from '@postern/subgraph-kit';

/** Who hears of what happens to an agency: contact officers of the others, and the managers of the host. */
export async function partnersOf(
  transaction: Statements,
  agency: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT DISTINCT account.id FROM access.account JOIN access.role_holding held ON held.account_id = account.id
      JOIN access.agency ON agency.id = account.agency_id
      WHERE account.agency_id <> $1 AND account.state IN ('ACTIVE', 'DORMANT_WARNING')
        AND agency.state IN ('SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN')
        AND held.role IN ('CONTACT_OFFICER', 'EARLY_HELP_MANAGER') AND held.starts_at <= $2::timestamptz
        AND (held.ends_at IS NULL OR held.ends_at > $2::timestamptz)
        AND (held.confirmed_until IS NULL OR held.confirmed_until > $2::timestamptz)`,
    values: [agency, now.toISOString()],
  });
  return rows.map(({ id }) => id);
}

/** The contact officers of an agency. */
export async function contactOfficersOf(
  transaction: Statements,
  agency: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ id: string }>({
    text: `SELECT DISTINCT account.id FROM access.account JOIN access.role_holding held ON held.account_id = account.id
      WHERE account.agency_id = $1 AND account.state IN ('ACTIVE', 'DORMANT_WARNING')
        AND held.role = 'CONTACT_OFFICER' AND held.starts_at <= $2::timestamptz
        AND (held.ends_at IS NULL OR held.ends_at > $2::timestamptz)
        AND (held.confirmed_until IS NULL OR held.confirmed_until > $2::timestamptz)`,
    values: [agency, now.toISOString()],
  });
  return rows.map(({ id }) => id);
}
