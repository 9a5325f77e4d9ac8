import type { CommandCall } from '@postern/subgraph-kit';
import { rolesGrantedTo, rolesHeldBy } from '../store/holdings.ts';
import { requireGainsNothing } from './approver-gains-nothing.ts';
import { requireApproverRole } from './approver-role.ts';
import { requireRoleNotHeld } from './role-not-held.ts';
import { requireSecondPerson } from './second-person.ts';

/** What deciding on a draft depends on. */
export interface Decision {
  readonly tookPart: ReadonlySet<string>;
  readonly touched: ReadonlySet<string>;
}

/** Everything that is asked of the second person, and once more of the first. @throws CommandRefused POLICY_* */
export async function requireDecider(
  { tookPart, touched }: Decision,
  { transaction, principal, now }: CommandCall<unknown>,
): Promise<void> {
  const { accountId, roles } = principal;
  requireSecondPerson(accountId, tookPart);
  requireApproverRole(roles, touched);
  const held = await rolesHeldBy(transaction, [accountId], now);
  const granted = await rolesGrantedTo(transaction, accountId, now);
  requireGainsNothing({ held, granted }, touched);
  requireRoleNotHeld(await rolesHeldBy(transaction, tookPart, now), touched);
}
