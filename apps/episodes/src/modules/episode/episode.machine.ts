import type { EpisodeStatus } from '@postern/access-facts';
import type { Machine } from '@postern/lifecycle';

export type EpisodeMove =
  | 'SCREEN'
  | 'SIGNPOST'
  | 'END_WITHOUT_ACTION'
  | 'ADVISE'
  | 'ASK_AGREEMENT'
  | 'OPEN'
  | 'FORM_TEAM'
  | 'STEP_UP'
  | 'STEP_DOWN'
  | 'BEGIN_CLOSING'
  | 'GO_ON'
  | 'GO_ON_AS_TEAM'
  | 'GO_ON_STEPPED_UP'
  | 'CLOSE'
  | 'REOPEN';

/**
 * A contact is screened; help begins when the family agrees and somebody leads, goes on with a team, and ends with a reason.
 * A closing that is called off leads back to where it began. A family that never agreed is closed without having been
 * opened; whoever comes back is asked anew (SHR-3.4.2c, SHR-3.4.3a).
 */
export const episodeMachine: Machine<EpisodeStatus, EpisodeMove> = {
  name: 'EPISODE',
  initial: 'CONTACT',
  moves: {
    SCREEN: { from: ['CONTACT'], to: 'SCREENING', clause: 'SHR-3.5.6c' },
    SIGNPOST: { from: ['CONTACT', 'SCREENING'], to: 'SIGNPOSTED', clause: 'SHR-3.6.2a' },
    END_WITHOUT_ACTION: {
      from: ['CONTACT', 'SCREENING'],
      to: 'NO_FURTHER_ACTION',
      clause: 'SHR-3.5.3',
    },
    ADVISE: { from: ['SCREENING'], to: 'CONSULTATION_ONLY', clause: 'SHR-3.8.9' },
    ASK_AGREEMENT: {
      from: ['SCREENING', 'REOPENED'],
      to: 'AWAITING_AGREEMENT',
      clause: 'SHR-3.4.3a',
    },
    OPEN: { from: ['AWAITING_AGREEMENT'], to: 'OPEN', clause: 'SHR-3.4.3a' },
    FORM_TEAM: { from: ['OPEN'], to: 'OPEN_TAF', clause: 'SHR-3.6.2a' },
    // Taken with what is sent to social care, which is picked by hand (SHR-3.4.10c).
    STEP_UP: { from: ['OPEN', 'OPEN_TAF'], to: 'STEPPED_UP', clause: 'SHR-3.4.10b' },
    // Taken where social care has closed its work and the family wishes for it.
    STEP_DOWN: { from: ['STEPPED_UP'], to: 'OPEN', clause: 'SHR-3.4.10d' },
    BEGIN_CLOSING: {
      from: ['OPEN', 'OPEN_TAF', 'STEPPED_UP'],
      to: 'CLOSING',
      clause: 'SHR-8.3.7c',
    },
    GO_ON: { from: ['CLOSING'], to: 'OPEN', clause: 'SHR-8.3.7c' },
    GO_ON_AS_TEAM: { from: ['CLOSING'], to: 'OPEN_TAF', clause: 'SHR-8.3.7c' },
    GO_ON_STEPPED_UP: { from: ['CLOSING'], to: 'STEPPED_UP', clause: 'SHR-3.4.10b' },
    CLOSE: { from: ['CLOSING', 'AWAITING_AGREEMENT'], to: 'CLOSED', clause: 'SHR-8.3.7c' },
    REOPEN: { from: ['CLOSED'], to: 'REOPENED', clause: 'SHR-3.4.3a' },
  },
};
