import type { AgencyInLaw } from '../may-rely.ts';

/** Who relies on a justification, and when. */
export interface Relying {
  readonly account: { readonly id: string };
  readonly agency: AgencyInLaw;
  /** The agency's appropriate policy document is valid on the day. */
  readonly policyDocument: boolean;
  /** The family's agreement in the episode is signed and not withdrawn. */
  readonly agreed: boolean;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Holds any of the standings. */
export function holdsAny({ agency }: Relying, standings: readonly string[]): boolean {
  return standings.some((one) => agency.standings.includes(one));
}
