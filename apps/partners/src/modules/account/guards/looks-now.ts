import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { requireOwnOrHost } from '../../agency/guards/own-agency.ts';
import { looksAtOthers } from '../../grant/grantable-roles.ts';
import { grantsOf } from '../../grant/store/held-grant.ts';
import { HOST, WATCHERS } from '../../role-holding/offices.ts';
import type { HeldAccount } from '../store/account.ts';

type Call = CommandCall<unknown>;

/**
 * Nobody who gives access takes the account from who looks at that in an audit or a review now (SHR-8.3.7i, SHR-6a). Every
 * episode has to be held. @throws CommandRefused ACCESS_OF_REVIEW naming who may
 */
export async function requireNotLooking(call: Call, account: string): Promise<void> {
  if (!HOST.some((role) => call.principal.roles.includes(role))) return;
  if (await looksNow(call, account))
    throw new CommandRefused('ACCESS_OF_REVIEW', { about: WATCHERS });
}

/**
 * Whom the host may not end while they look, those do who give no access; everybody else's account is ended by the roles
 * that end accounts, at every agency or their own (SHR-8.4.2e). Every episode has to be held.
 * @throws CommandRefused ACCESS_OF_REVIEW, ROLE_NOT_PERMITTED naming who may, RECORD_UNKNOWN
 */
export async function requireMayEnd(
  call: Call,
  { id, agencyId }: HeldAccount,
  roles: readonly string[],
): Promise<void> {
  const { principal } = call;
  await requireNotLooking(call, id);
  const isOther = WATCHERS.some((role) => principal.roles.includes(role));
  if (isOther && (await looksNow(call, id))) return;
  if (!principal.roles.some((role) => roles.includes(role)))
    throw new CommandRefused('ROLE_NOT_PERMITTED', { about: roles });
  requireOwnOrHost(call, agencyId);
}

async function looksNow({ transaction, now }: Call, account: string): Promise<boolean> {
  const grants = await grantsOf(transaction, { account }, now);
  return grants.some(({ role }) => looksAtOthers(role));
}
