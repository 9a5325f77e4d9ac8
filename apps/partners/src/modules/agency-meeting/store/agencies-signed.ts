import { isInUse } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';
import { isUuid } from '@postern/subgraph-kit';
import { isInForce } from '../../agency/store/in-force.ts';

/** SQL: whether an agency signed an agreement that is in force, in a version that counts, and takes part (SHR-3.7.10, SHR-3.4.8c). */
function hasSigned(agency: string, at: string): string {
  const today = `(${at} AT TIME ZONE 'Europe/London')::date`;
  return `${isInForce(agency)} AND EXISTS (SELECT FROM access.agency_signature signed JOIN access.agreement agreed ON agreed.key = signed.agreement
    WHERE signed.agency_id = ${agency}.id AND signed.effective_from <= ${at} AND (signed.ends_at IS NULL OR signed.ends_at > ${at})
      AND agreed.kind = 'AGREEMENT' AND agreed.in_force_from <= ${today} AND (agreed.in_force_until IS NULL OR agreed.in_force_until > ${today})
      AND (signed.version = agreed.version OR agreed.sign_again_by IS NULL OR agreed.sign_again_by > ${today}))`;
}

/** Of these agencies those that signed. */
export async function agenciesSigned(
  statements: Statements,
  agencies: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await statements.run<{ id: string }>({
    text: `SELECT id FROM access.agency WHERE id = ANY ($1::uuid[]) AND ${hasSigned('agency', '$2::timestamptz')}`,
    values: [agencies.filter(isUuid), now.toISOString()],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Somebody who works for a partner, and whether that partner signed. */
export interface Worker {
  readonly id: string;
  readonly agency: string;
  readonly signed: boolean;
}

/** Those of these accounts that somebody works with. */
export async function workersOf(
  statements: Statements,
  accounts: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Worker>> {
  const rows = await statements.run<Worker & Record<string, unknown>>({
    text: `SELECT account.id, agency.id AS agency, ${hasSigned('agency', '$2::timestamptz')} AS signed
      FROM access.account JOIN access.agency ON agency.id = account.agency_id
      WHERE account.id = ANY ($1::uuid[]) AND ${isInUse('account')}`,
    values: [accounts.filter(isUuid), now.toISOString()],
  });
  return new Map(rows.map((row) => [row.id, row]));
}
