import type { CastAgency } from './agency.ts';

/** On what an agency usually shares: a public body on its task and a power of its own, anybody else on a recognised interest. */
export interface LawfulBasis {
  readonly article6: string;
  readonly recognisedInterest: string | null;
  readonly gateway: string | null;
  readonly article8Aim: string | null;
}

const SAFEGUARDING: LawfulBasis = {
  article6: 'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS',
  recognisedInterest: 'SAFEGUARDING_VULNERABLE_INDIVIDUALS',
  gateway: null,
  article8Aim: null,
};

/** The basis that the agency's workers cite unless a justification says otherwise. */
export function lawfulBasis({
  kind,
  publicAuthority,
}: Pick<CastAgency, 'kind' | 'publicAuthority'>): LawfulBasis {
  if (!publicAuthority) return SAFEGUARDING;
  return {
    article6: 'A6_1_E_PUBLIC_TASK',
    recognisedInterest: null,
    gateway: kind === 'HEALTH' ? 'CA2004_S11' : 'CA2004_S10',
    article8Aim: 'HEALTH_OR_MORALS',
  };
}
