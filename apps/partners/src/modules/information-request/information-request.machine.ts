import type { Machine } from '@postern/lifecycle';
import type { InformationRequestState } from './information-request.table.ts';

export type InformationRequestMove =
  | 'ACKNOWLEDGE'
  | 'SHARE'
  | 'SHARE_IN_PART'
  | 'REFUSE'
  | 'EXPIRE'
  | 'ESCALATE'
  | 'OVERTURN'
  | 'CONFIRM';

/**
 * What one agency asks of another: it is answered, or it escalates; it never goes away by itself (SHR-3.3.8). One that was
 * not answered in time still waits for its answer, and a refusal that was overturned for what was refused.
 */
export const informationRequestMachine: Machine<InformationRequestState, InformationRequestMove> = {
  name: 'INFORMATION_REQUEST',
  initial: 'ASKED',
  moves: {
    ACKNOWLEDGE: { from: ['ASKED'], to: 'ACKNOWLEDGED', clause: 'SHR-3.5.4b' },
    SHARE: {
      from: ['ASKED', 'ACKNOWLEDGED', 'EXPIRED_UNANSWERED', 'OVERTURNED'],
      to: 'SHARED',
      clause: 'SHR-3.5.4b',
    },
    SHARE_IN_PART: {
      from: ['ASKED', 'ACKNOWLEDGED', 'EXPIRED_UNANSWERED', 'OVERTURNED'],
      to: 'PART_SHARED',
      clause: 'SHR-3.3.8',
    },
    REFUSE: {
      from: ['ASKED', 'ACKNOWLEDGED', 'EXPIRED_UNANSWERED'],
      to: 'REFUSED',
      clause: 'SHR-3.3.8',
    },
    EXPIRE: { from: ['ASKED', 'ACKNOWLEDGED'], to: 'EXPIRED_UNANSWERED', clause: 'SHR-3.5.4b' },
    ESCALATE: {
      from: ['REFUSED', 'PART_SHARED', 'EXPIRED_UNANSWERED'],
      to: 'ESCALATED',
      clause: 'SHR-3.3.8',
    },
    OVERTURN: { from: ['ESCALATED'], to: 'OVERTURNED', clause: 'SHR-3.3.8' },
    CONFIRM: { from: ['ESCALATED'], to: 'CONFIRMED', clause: 'SHR-3.3.8' },
  },
};
