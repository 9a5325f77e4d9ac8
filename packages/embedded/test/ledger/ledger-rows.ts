import type { Connection } from '@postern/database';

/** A row of the ledger as it is stored. */
export interface LedgerRow {
  readonly id: string;
  readonly account_id: string;
  readonly agency_id: string;
  readonly contract: string;
  readonly purpose: string;
  readonly policy_versions: readonly number[];
  readonly operation_hash: string;
  readonly operation_name: string | null;
  readonly grants: readonly string[];
  readonly justifications: readonly string[];
  readonly persons: readonly string[];
  readonly families: readonly string[];
  readonly episodes: readonly string[];
  readonly coordinates: Readonly<Record<string, number>>;
  readonly explained: readonly Readonly<Record<string, string>>[];
  readonly told: readonly Readonly<Record<string, string>>[];
}

/** The whole ledger. */
export function ledgerRows(owner: Connection): Promise<readonly LedgerRow[]> {
  return owner.run<LedgerRow & Record<string, unknown>>({
    text: 'SELECT r.* FROM ledger.release r',
    values: [],
  });
}

/** What a piece of work put on the ledger, which nobody can empty. */
export async function recordedBy(
  owner: Connection,
  work: () => Promise<unknown>,
): Promise<readonly LedgerRow[]> {
  const before = new Set((await ledgerRows(owner)).map(({ id }) => id));
  await work();
  return (await ledgerRows(owner)).filter(({ id }) => !before.has(id));
}
