import { isInUse } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';
import { isKept } from '../../role-holding/store/office-holders.ts';

/** Somebody of an office who can sign in now, and the link by which they do. */
export interface SignedIn {
  readonly account: string;
  readonly agency: string;
  readonly role: string;
  readonly link: string;
}

/** Those of some offices who could sign in at a moment, each once for every office that they hold. */
export function signingIn(
  transaction: Statements,
  roles: readonly string[],
  now: Date,
): Promise<readonly SignedIn[]> {
  return transaction.run<SignedIn & Record<string, unknown>>({
    text: `SELECT account.id AS account, account.agency_id AS agency, office.role, link.id AS link FROM access.account
      JOIN access.role_holding office ON office.account_id = account.id AND office.role = ANY ($1::text[]) AND ${isKept('office', '$2::timestamptz')}
      JOIN access.issuer_agency link ON link.issuer_id = account.issuer_id AND link.agency_id = account.agency_id AND link.state = 'SPEAKING'
      WHERE ${isInUse('account')} ORDER BY account.id, office.role`,
    values: [[...roles], now.toISOString()],
  });
}

/** Whether another provider speaks for the agency of a link. */
export async function anotherSpeaks(
  transaction: Statements,
  { id, agencyId }: { readonly id: string; readonly agencyId: string },
): Promise<boolean> {
  const others = await transaction.run({
    text: `SELECT 1 AS speaks FROM access.issuer_agency WHERE agency_id = $2 AND id <> $1 AND state = 'SPEAKING' LIMIT 1`,
    values: [id, agencyId],
  });
  return others.length > 0;
}
