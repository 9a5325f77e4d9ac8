import type { Machine } from '@postern/lifecycle';

export const AGENCY_MEETING_STATES = [
  'PLANNED',
  'AGENDA_SENT',
  'OPENED',
  'CLOSED',
  'CANCELLED',
] as const;
export type AgencyMeetingState = (typeof AGENCY_MEETING_STATES)[number];

export type AgencyMeetingMove = 'SEND_AGENDA' | 'OPEN' | 'ADMIT' | 'NOTE' | 'CLOSE' | 'CANCEL';

/**
 * A meeting of agencies without the family: the agenda goes out ahead, it opens with the confidentiality statement and with
 * who is there, and nothing is heard before (SHR-3.7.6a, SHR-3.7.7, STA-11a).
 */
export const agencyMeetingMachine: Machine<AgencyMeetingState, AgencyMeetingMove> = {
  name: 'AGENCY_MEETING',
  initial: 'PLANNED',
  moves: {
    // Sent again where something was added to it.
    SEND_AGENDA: { from: ['PLANNED', 'AGENDA_SENT'], to: 'AGENDA_SENT', clause: 'SHR-3.7.6a' },
    OPEN: { from: ['AGENDA_SENT'], to: 'OPENED', clause: 'SHR-3.7.7' },
    ADMIT: { from: ['OPENED'], to: 'OPENED', clause: 'STA-11b' },
    NOTE: { from: ['OPENED'], to: 'OPENED', clause: 'SHR-3.4.8a' },
    CLOSE: { from: ['OPENED'], to: 'CLOSED', clause: 'SHR-3.7.7' },
    CANCEL: { from: ['PLANNED', 'AGENDA_SENT'], to: 'CANCELLED', clause: 'SHR-3.7.6a' },
  },
};
