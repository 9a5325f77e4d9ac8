import type { Statements } from '@postern/subgraph-kit';

/** A credential: whom an issuer calls by this subject. */
export interface Credential {
  readonly issuerId: string;
  readonly subject: string;
}

/** Nobody is let in for the account until somebody signs in for it anew, with a second factor shown anew. */
export async function unbind(transaction: Statements, account: string): Promise<void> {
  await transaction.run({
    text: 'UPDATE access.account SET issuer_id = NULL, subject = NULL, second_factor_at = NULL WHERE id = $1',
    values: [account],
  });
}

/** Binds the account to a credential that is nobody's. */
export async function bind(
  transaction: Statements,
  account: string,
  { issuerId, subject }: Credential,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE access.account SET issuer_id = $2, subject = $3, second_factor_at = NULL WHERE id = $1',
    values: [account, issuerId, subject],
  });
}
