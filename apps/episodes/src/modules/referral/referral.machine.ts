import type { Machine } from '@postern/lifecycle';

export type ReferralState = 'MADE' | 'ANSWERED';

/** Whoever refers a family is told once what came of it (SHR-3.5.7); what was told and is wrong is said to be so as any error. */
export const referralMachine: Machine<ReferralState, 'ANSWER'> = {
  name: 'REFERRAL',
  initial: 'MADE',
  moves: { ANSWER: { from: ['MADE'], to: 'ANSWERED', clause: 'SHR-3.5.7' } },
};
