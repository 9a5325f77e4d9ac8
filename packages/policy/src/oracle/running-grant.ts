import type { AccessGrantFact } from './facts.ts';
import { isAhead, isLive } from './validity.ts';

/** Taken by its holder to protect somebody: nobody else gave it (SHR-3.5L-e). */
export function isOverride({ basis }: AccessGrantFact): boolean {
  return basis === 'OVERRIDE';
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
