import type { AccessGrantFact } from '../facts.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isOverride, isRunning } from '../running-grant.ts';

/** A grant of the principal in a role they still hold, given by somebody else unless it is an override, that has started and not been ended, suspended, revoked or left unconfirmed. */
export function isLiveGrant(grant: AccessGrantFact, { principal, now }: RequestFacts): boolean {
  return (
    principal.roles.includes(grant.role) &&
    (grant.grantedBy !== principal.account.id || isOverride(grant)) &&
    isRunning(grant, now)
  );
}
