import type { Resolutions } from '@postern/agreements';
import { grantors } from '@postern/agreements';
import { chosen } from '@postern/steps';
import type { Principal, Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';

/**
 * Whoever can give access, or could or did in the time of the report, does not read it.
 * @throws CommandRefused REPORT_FOR_GRANTORS with the roles
 */
export async function requireNoGrantor(
  statements: Statements,
  { accountId }: Pick<Principal, 'accountId'>,
  { from, now }: { readonly from: Date; readonly now: Date },
): Promise<void> {
  const choice = await chosen(statements, 'WHO_MAY_GRANT');
  const WHO_MAY_GRANT = choice as Resolutions['WHO_MAY_GRANT'];
  // Leads give access, whether of the targeted team only or any of them.
  const roles = [...grantors(WHO_MAY_GRANT).roles, 'LEAD_PROFESSIONAL'];
  const found = await statements.run({
    text: `SELECT 1 AS found FROM access.role_holding
        WHERE account_id = $1 AND role = ANY ($2::text[]) AND starts_at <= $4::timestamptz
          AND (ends_at IS NULL OR ends_at > $3::timestamptz) AND (confirmed_until IS NULL OR confirmed_until > $3::timestamptz)
      UNION ALL SELECT 1 FROM access.access_grant WHERE granted_by = $1 AND starts_at >= $3::timestamptz LIMIT 1`,
    values: [accountId, roles, from.toISOString(), now.toISOString()],
  });
  if (found.length > 0) throw new CommandRefused('REPORT_FOR_GRANTORS', { about: roles });
}
