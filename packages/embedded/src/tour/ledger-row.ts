import type { Connection } from '@postern/database';

/** What the ledger holds of one answer: counts of identifiers and coordinates; it has no values to hold. */
export interface LedgerRow {
  readonly persons: number;
  readonly families: number;
  readonly episodes: number;
  readonly grants: number;
  readonly justifications: number;
  readonly coordinates: number;
  readonly values: number;
}

/** The ledger's rows for one person's answer to one operation, by the operation's name. */
export function ledgerRows(
  owner: Connection,
  asked: { readonly operationName: string; readonly accountId: string },
): Promise<readonly LedgerRow[]> {
  return owner.run<LedgerRow>({
    text: `SELECT cardinality(persons) AS persons, cardinality(families) AS families,
        cardinality(episodes) AS episodes, cardinality(grants) AS grants,
        cardinality(justifications) AS justifications,
        (SELECT count(*)::int FROM jsonb_each(coordinates)) AS coordinates,
        (SELECT sum(value::int)::int FROM jsonb_each_text(coordinates)) AS values
      FROM ledger.release WHERE operation_name = $1 AND account_id = $2`,
    values: [asked.operationName, asked.accountId],
  });
}
