import type { Statements } from '@postern/subgraph-kit';
import type { Taken } from '../conflict/nobody-free.ts';
import { protectionOfficersFree, tellNoProtectionOfficer } from '../conflict/nobody-free.ts';

/** The officers who may look at an override. Where there is none, whoever gives the office is told (SHR-8.3.7i). */
export async function officersFor(
  transaction: Statements,
  taken: Taken,
  now: Date,
): Promise<readonly string[]> {
  const free = await protectionOfficersFree(transaction, taken, now);
  if (free.length === 0) await tellNoProtectionOfficer(transaction, taken.families, now);
  return free;
}
