import type { IssuerAgencyState } from '@postern/access-facts';
import type { Machine } from '@postern/lifecycle';

export type AgencyProviderMove = 'CONFIRM' | 'END' | 'PROPOSE_AGAIN';

/** Whether the people of an agency sign in with a provider: it takes two people to begin, and one to end. */
export const AGENCY_PROVIDER_MACHINE: Machine<IssuerAgencyState, AgencyProviderMove> = {
  name: 'AGENCY_PROVIDER',
  initial: 'PROPOSED',
  moves: {
    CONFIRM: { from: ['PROPOSED'], to: 'SPEAKING', clause: 'SHR-8.2.1a' },
    END: { from: ['PROPOSED', 'SPEAKING'], to: 'ENDED', clause: 'SHR-8.4.2b' },
    PROPOSE_AGAIN: { from: ['ENDED'], to: 'PROPOSED', clause: 'SHR-8.2.1a' },
  },
};
