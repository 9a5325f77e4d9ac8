import type { Statements } from '@postern/subgraph-kit';

export interface Nomination {
  readonly nominatedBy: string;
  readonly ofThemselves: boolean;
  readonly countersignedBy: string | null;
}

/** By whom an account was nominated; null of one that is older than nominations. */
export async function nominationOf(
  transaction: Statements,
  account: string,
): Promise<Nomination | null> {
  const [nomination] = await transaction.run<Nomination>({
    text: `SELECT nominated_by AS "nominatedBy", of_themselves AS "ofThemselves", countersigned_by AS "countersignedBy"
      FROM partners.nomination WHERE account_id = $1`,
    values: [account],
  });
  return nomination ?? null;
}
