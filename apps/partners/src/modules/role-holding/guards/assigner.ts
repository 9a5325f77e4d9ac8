import type { Role } from '@postern/agreements';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { requireNotSelf } from '../../account/guards/not-self.ts';
import { ASSIGNERS, incompatibleWith } from '../assigners.ts';
import type { HeldRole } from '../store/holdings.ts';

/**
 * Nobody decides about their own roles, nor about one that they hold themselves, and only who is qualified does.
 * @throws CommandRefused OWN_ACCESS, ROLE_NOT_ASSIGNABLE, ROLE_OF_YOUR_OWN
 */
export function requireAssigner(call: CommandCall<unknown>, account: string, role: string): void {
  requireNotSelf(call, account);
  const { roles } = call.principal;
  const by = ASSIGNERS[role as Role]?.by ?? [];
  if (!by.some((one) => roles.includes(one)))
    throw new CommandRefused('ROLE_NOT_ASSIGNABLE', { about: by });
  if (roles.includes(role)) throw new CommandRefused('ROLE_OF_YOUR_OWN', { about: [role] });
}

/** @throws CommandRefused ROLE_HELD, ROLES_APART naming the roles that are held and do not go with it */
export function requireFreeFor(role: string, holdings: readonly HeldRole[]): void {
  const held = holdings.filter(({ state }) => state === 'HELD').map((one) => one.role);
  if (held.includes(role)) throw new CommandRefused('ROLE_HELD', { about: [role] });
  // One that lapsed is held again once somebody gives it anew: it stands in the way of nothing.
  const apart = incompatibleWith(role).filter((one) => held.includes(one));
  if (apart.length > 0) throw new CommandRefused('ROLES_APART', { about: apart });
}
