import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { HOST } from '../../role-holding/offices.ts';
import { officeHolders } from '../../role-holding/store/office-holders.ts';

/**
 * The agency of those who give and end access controls the record: kept out of it, nobody could do for the family what it
 * asks next (SHR-8.2.1a). @throws CommandRefused HOST_NOT_REMOVED
 */
export async function requireNotTheHost(
  { transaction, now }: CommandCall<unknown>,
  agency: string,
): Promise<void> {
  const hosts = await officeHolders(transaction, { roles: HOST, agencies: [agency] }, now);
  if (hosts.length > 0) throw new CommandRefused('HOST_NOT_REMOVED');
}
