import type { Machine } from '@postern/lifecycle';

export const COVER_STATES = ['REQUESTED', 'GRANTED', 'REFUSED'] as const;
export type CoverState = (typeof COVER_STATES)[number];
export type CoverMove = 'GRANT' | 'REFUSE';

/** Somebody offers to take a colleague's work over for a while; the host decides about all of it at once. */
export const coverMachine: Machine<CoverState, CoverMove> = {
  name: 'COVER',
  initial: 'REQUESTED',
  moves: {
    GRANT: { from: ['REQUESTED'], to: 'GRANTED', clause: 'SHR-8.3.8d' },
    REFUSE: { from: ['REQUESTED'], to: 'REFUSED', clause: 'SHR-3.3.8' },
  },
};
