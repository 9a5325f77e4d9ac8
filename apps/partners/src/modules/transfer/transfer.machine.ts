import type { Machine } from '@postern/lifecycle';
import type { TransferState } from './transfer.table.ts';

export type TransferMove =
  | 'PICK'
  | 'APPROVE'
  | 'SEND'
  | 'RECEIVE'
  | 'WITHDRAW'
  | 'RECORD_CLOSED'
  | 'RECORD_WISH'
  | 'STEP_DOWN'
  | 'CONSENT_ONWARD'
  | 'DISCLOSE_ONWARD'
  | 'END';

const BEFORE_SENT: readonly TransferState[] = ['PROPOSED', 'ITEMS_PICKED', 'APPROVED'];

/**
 * Something of an episode goes to social care: proposed for a risk, picked item by item, approved by somebody else, sent to one
 * person and taken over by them. It ends with the episode, or when social care has closed and the family wishes for early help
 * again. What goes to another authority is sent once, and that is all.
 */
export const transferMachine: Machine<TransferState, TransferMove> = {
  name: 'TRANSFER',
  initial: 'PROPOSED',
  moves: {
    // Taken where the items are kept (`access.pick_for_transfer`).
    PICK: { from: ['PROPOSED', 'ITEMS_PICKED'], to: 'ITEMS_PICKED', clause: 'SHR-3.4.10c' },
    APPROVE: { from: ['ITEMS_PICKED'], to: 'APPROVED', clause: 'SHR-3.4.10c' },
    // Or to somebody else of social care, where whoever had it has left or it goes on for longer.
    SEND: { from: ['APPROVED', 'SENT', 'RECEIVED'], to: 'SENT', clause: 'SHR-3.4.10b' },
    RECEIVE: { from: ['SENT'], to: 'RECEIVED', clause: 'SHR-3.4.10b' },
    WITHDRAW: { from: BEFORE_SENT, to: 'WITHDRAWN', clause: 'SHR-3.4.10c' },
    RECORD_CLOSED: { from: ['RECEIVED'], to: 'RECEIVED', clause: 'SHR-3.4.10d' },
    RECORD_WISH: { from: ['RECEIVED'], to: 'RECEIVED', clause: 'SHR-3.4.10d' },
    STEP_DOWN: { from: ['RECEIVED'], to: 'STEPPED_DOWN', clause: 'SHR-3.4.10d' },
    CONSENT_ONWARD: { from: ['RECEIVED'], to: 'RECEIVED', clause: 'SHR-SIG-b' },
    DISCLOSE_ONWARD: { from: ['RECEIVED'], to: 'RECEIVED', clause: 'SHR-SIG-b' },
    // Taken with the episode's close (`partners.end_transfers_on_closing`).
    END: { from: [...BEFORE_SENT, 'SENT', 'RECEIVED'], to: 'ENDED', clause: 'SHR-8.3.7c' },
  },
};
