import type { AccessGrantFact } from '../facts.ts';
import type { RequestFacts } from '../request-facts.ts';
import { isAhead, isLive } from '../validity.ts';

/** Taken by its holder to protect somebody: nobody else gave it (SHR-3.5L-e). */
export function isOverride({ basis }: AccessGrantFact): boolean {
  return basis === 'OVERRIDE';
}

/** A grant of the principal in a role they still hold, given by somebody else unless it is an override, that has started and not been ended, suspended, revoked or left unconfirmed. */
export function isLiveGrant(grant: AccessGrantFact, { principal, now }: RequestFacts): boolean {
  return (
    principal.roles.includes(grant.role) &&
    (grant.grantedBy !== principal.account.id || isOverride(grant)) &&
    isRunning(grant, now)
  );
}

/** Started, and not ended, suspended, revoked or left unconfirmed. */
export function isRunning(grant: AccessGrantFact, now: Date): boolean {
  return (
    isLive(grant.startsAt, grant.endsAt, now) &&
    isAhead(grant.suspendedAt, now) &&
    isAhead(grant.revokedAt, now) &&
    isAhead(grant.confirmBy, now)
  );
}
