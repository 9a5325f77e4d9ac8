import { CommandRefused } from '@postern/subgraph-kit';

/**
 * Nobody changes what a role may do that they hold, now or from a later date; `held` is of everybody who takes part.
 * @throws CommandRefused POLICY_ROLE_HELD naming the roles
 */
export function requireRoleNotHeld(held: ReadonlySet<string>, touched: ReadonlySet<string>): void {
  const own = [...touched].filter((role) => held.has(role));
  if (own.length > 0) throw new CommandRefused('POLICY_ROLE_HELD', { about: own });
}
