import { CommandRefused } from '@postern/subgraph-kit';
import { EVERY_ROLE, LAST_DECIDER, PROPOSER } from './cycle-roles.ts';

/**
 * What administrators may do, and what everybody may do, is for the data protection officer to decide.
 * @throws CommandRefused POLICY_APPROVER_ROLE naming the roles
 */
export function requireApproverRole(roles: readonly string[], touched: ReadonlySet<string>): void {
  const reserved = [PROPOSER, EVERY_ROLE].filter((role) => touched.has(role));
  if (reserved.length > 0 && !roles.includes(LAST_DECIDER))
    throw new CommandRefused('POLICY_APPROVER_ROLE', { about: reserved });
}
