import type { Machine } from '@postern/lifecycle';

export const PANEL_CASE_STATES = [
  'REFERRED',
  'LISTED',
  'PRESENTED',
  'ACTIONS_RECORDED',
  'FAMILY_FEEDBACK_DUE',
  'FEEDBACK_GIVEN',
  'CLOSED',
  'WITHDRAWN',
] as const;
export type PanelCaseState = (typeof PANEL_CASE_STATES)[number];

export type PanelCaseMove =
  | 'LIST'
  | 'PUT_OFF'
  | 'PRESENT'
  | 'RECORD_ACTIONS'
  | 'ASK_FOR_FEEDBACK'
  | 'OWE_FEEDBACK'
  | 'GIVE_FEEDBACK'
  | 'CLOSE'
  | 'WITHDRAW';

/**
 * A family’s case before the consultation panel. Its members read from LISTED until CLOSED; whoever was discussed is told
 * what was said before it closes (SHR-3.7.2a, SHR-3.7.3a, SHR-3.7.4).
 */
export const panelCaseMachine: Machine<PanelCaseState, PanelCaseMove> = {
  name: 'PANEL_CASE',
  initial: 'REFERRED',
  moves: {
    LIST: { from: ['REFERRED'], to: 'LISTED', clause: 'SHR-3.7.6b' },
    // The meeting was called off, or did not come to it.
    PUT_OFF: { from: ['LISTED'], to: 'REFERRED', clause: 'SHR-3.7.6b' },
    PRESENT: { from: ['LISTED'], to: 'PRESENTED', clause: 'SHR-3.7.7' },
    RECORD_ACTIONS: {
      from: ['PRESENTED', 'ACTIONS_RECORDED'],
      to: 'ACTIONS_RECORDED',
      clause: 'SHR-3.7.9a',
    },
    ASK_FOR_FEEDBACK: {
      from: ['ACTIONS_RECORDED'],
      to: 'FAMILY_FEEDBACK_DUE',
      clause: 'SHR-3.7.4',
    },
    // Taken with the episode’s close (`partners.end_panel_cases_on_closing`), as is WITHDRAW of what was not presented.
    OWE_FEEDBACK: {
      from: ['PRESENTED', 'ACTIONS_RECORDED'],
      to: 'FAMILY_FEEDBACK_DUE',
      clause: 'SHR-3.7.4',
    },
    GIVE_FEEDBACK: { from: ['FAMILY_FEEDBACK_DUE'], to: 'FEEDBACK_GIVEN', clause: 'SHR-3.7.4' },
    CLOSE: { from: ['FEEDBACK_GIVEN'], to: 'CLOSED', clause: 'SHR-3.7.4' },
    // Once it was discussed the family has to be told what was said.
    WITHDRAW: { from: ['REFERRED', 'LISTED'], to: 'WITHDRAWN', clause: 'SHR-3.7.2a' },
  },
};
