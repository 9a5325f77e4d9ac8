import type { Statements } from '@postern/scheduler';
import { HOST } from '../role-holding/offices.ts';
import { hostOfficers, officeHolders } from '../role-holding/store/office-holders.ts';

/** Those of some accounts who have no part in something and no relationship with those whom it is about. */
type Free = (accounts: readonly string[]) => Promise<readonly string[]>;

/**
 * Whom of the host something comes to: its managers, and where none of them is free, whoever else of the host may deal with it
 * (SHR-1.2g). Where there is nobody, whoever gives offices is told so by a timer.
 */
export async function freeOfHost(
  statements: Statements,
  free: Free,
  now: Date,
): Promise<readonly string[]> {
  const managers = await free(await hostOfficers(statements, now));
  return managers.length > 0
    ? managers
    : free(await officeHolders(statements, { roles: HOST }, now));
}
