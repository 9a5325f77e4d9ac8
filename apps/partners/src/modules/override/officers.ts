import type { Statements } from '@postern/subgraph-kit';
import { tellNoProtectionOfficer } from '../conflict/nobody-free.ts';
import { unrelated } from '../conflict/store/related-families.ts';
import { officeHolders } from '../role-holding/store/office-holders.ts';

/**
 * The officers who may look at an override of these families: related to none of them, and not those who took it. Where
 * there is none, whoever gives the office is told (SHR-8.3.7i).
 */
export async function officersFor(
  transaction: Statements,
  { account, families }: { readonly account: string; readonly families: readonly string[] },
  now: Date,
): Promise<readonly string[]> {
  const officers = await officeHolders(transaction, { roles: ['DATA_PROTECTION_OFFICER'] }, now);
  const accounts = officers.filter((each) => each !== account);
  const free = await unrelated(transaction, { accounts, families }, now);
  if (free.length === 0) await tellNoProtectionOfficer(transaction, families, now);
  return free;
}
