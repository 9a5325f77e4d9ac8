import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { looksAtOthers } from '../../grant/grantable-roles.ts';
import { HOST_ROLES } from '../../grant/guards/grantor.ts';
import { grantsOf } from '../../grant/store/held-grant.ts';

/** Those who lock an account and give no access, so that no audit looks at them. */
const OTHERS: readonly string[] = ['DATA_PROTECTION_OFFICER', 'ADMINISTRATOR'];

/**
 * Nobody who gives access takes the account from who looks at that in an audit or a review now (SHR-8.3.7i, SHR-6a). Every
 * episode has to be held. @throws CommandRefused ACCESS_OF_REVIEW naming who may
 */
export async function requireNotLooking(
  { transaction, principal, now }: CommandCall<unknown>,
  account: string,
): Promise<void> {
  if (!HOST_ROLES.some((role) => principal.roles.includes(role))) return;
  const grants = await grantsOf(transaction, { account }, now);
  if (grants.some(({ role }) => looksAtOthers(role)))
    throw new CommandRefused('ACCESS_OF_REVIEW', { about: OTHERS });
}
