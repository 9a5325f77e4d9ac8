import type { Machine } from '@postern/lifecycle';

/** One that nobody confirmed in time counts no longer, without anybody doing anything. */
export type HoldingState = 'HELD' | 'LAPSED' | 'ENDED';
export type HoldingMove = 'CONFIRM' | 'END';

/** The life of a role that somebody holds. */
export const ROLE_HOLDING_MACHINE: Machine<HoldingState, HoldingMove> = {
  name: 'ROLE_HOLDING',
  initial: 'HELD',
  moves: {
    CONFIRM: { from: ['HELD'], to: 'HELD', clause: 'SHR-8.3.8f' },
    END: { from: ['HELD', 'LAPSED'], to: 'ENDED', clause: 'SHR-8.3.8f' },
  },
};
