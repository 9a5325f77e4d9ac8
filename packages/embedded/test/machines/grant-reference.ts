import { londonDay, midnight } from './london.ts';

/** Access to one episode, told again from the state machine of the domain and not from the code. */
export interface GrantModel {
  readonly id: string;
  readonly holder: string;
  endsAt: number;
  confirmBy: number;
  suspended: boolean;
  revoked: boolean;
  cause: string | null;
  revision: number;
  /** How many steps it has taken. */
  events: number;
}

const DAY = 86_400_000;

export function stateOf(grant: GrantModel, now: number): string {
  if (grant.revoked) return 'REVOKED';
  if (grant.endsAt <= now || grant.confirmBy <= now) return 'EXPIRED';
  if (grant.suspended) return 'SUSPENDED';
  return grant.endsAt - 14 * DAY <= now ? 'EXPIRING' : 'GRANTED';
}

/** From which states each step is possible; whatever is not here never is. */
export const POSSIBLE: Readonly<Record<string, readonly string[]>> = {
  extendGrant: ['GRANTED', 'EXPIRING'],
  confirmGrant: ['GRANTED', 'EXPIRING'],
  suspendGrant: ['GRANTED', 'EXPIRING'],
  resumeGrant: ['SUSPENDED'],
  revokeGrant: ['GRANTED', 'EXPIRING', 'SUSPENDED'],
  endMyAccess: ['GRANTED', 'EXPIRING', 'SUSPENDED'],
};

export function opens(grant: GrantModel, now: number): boolean {
  return ['GRANTED', 'EXPIRING'].includes(stateOf(grant, now));
}

/** Midnight in London at the end of the same day of a later month. */
export function monthsAfter(now: number, months: number): number {
  const [year, month, day] = londonDay(now);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return midnight(year, month + months, Math.min(day, last) + 1);
}
