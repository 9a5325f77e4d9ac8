import type { AccessGrantFact } from '../facts.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isAhead, isLive } from '../validity.ts';

/** A grant of the principal in a role they still hold, given by somebody else, that has started and not been ended, suspended, revoked or left unconfirmed. */
export function isLiveGrant(grant: AccessGrantFact, { principal, now }: RequestFacts): boolean {
  return (
    principal.roles.includes(grant.role) &&
    grant.grantedBy !== principal.account.id &&
    isLive(grant.startsAt, grant.endsAt, now) &&
    isAhead(grant.suspendedAt, now) &&
    isAhead(grant.revokedAt, now) &&
    isAhead(grant.confirmBy, now)
  );
}
