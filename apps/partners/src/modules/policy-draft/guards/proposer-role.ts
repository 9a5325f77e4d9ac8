import { CommandRefused } from '@postern/subgraph-kit';
import { PROPOSER, PROPOSER_FOR_PROPOSERS } from './cycle-roles.ts';

/**
 * Administrators propose for every role but their own, whose rules an early help manager proposes.
 * @throws CommandRefused POLICY_ROLE_NOT_YOURS naming the roles
 */
export function requireProposerRole(roles: readonly string[], touched: ReadonlySet<string>): void {
  const others = [...touched].filter((role) => !roles.includes(proposerFor(role)));
  if (others.length > 0) throw new CommandRefused('POLICY_ROLE_NOT_YOURS', { about: others });
}

function proposerFor(role: string): string {
  return role === PROPOSER ? PROPOSER_FOR_PROPOSERS : PROPOSER;
}
