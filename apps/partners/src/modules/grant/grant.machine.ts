import type { Machine } from '@postern/lifecycle';

export const GRANT_STATES = ['GRANTED', 'EXPIRING', 'EXPIRED', 'SUSPENDED', 'REVOKED'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

export type GrantMove =
  | 'EXTEND'
  | 'CONFIRM'
  | 'SUSPEND'
  | 'RESUME'
  | 'END'
  | 'REVOKE'
  | 'HAND_OVER'
  | 'EXPIRE';

const LIVE: readonly GrantState[] = ['GRANTED', 'EXPIRING'];
const HELD: readonly GrantState[] = [...LIVE, 'SUSPENDED'];

/**
 * One account's access to one episode. Which state it is in is never stored: it follows from the grant's times, and
 * EXPIRING is what GRANTED becomes by itself as its end draws near.
 */
export const grantMachine: Machine<GrantState, GrantMove> = {
  name: 'GRANT',
  initial: 'GRANTED',
  moves: {
    EXTEND: { from: LIVE, to: 'GRANTED', clause: 'SHR-8.2.1e' },
    CONFIRM: { from: LIVE, to: 'GRANTED', clause: 'SHR-8.3.7i' },
    SUSPEND: { from: LIVE, to: 'SUSPENDED', clause: 'SHR-8.4.2e' },
    RESUME: { from: ['SUSPENDED'], to: 'GRANTED', clause: 'SHR-8.4.2e' },
    END: { from: HELD, to: 'REVOKED', clause: 'SHR-8.2.1h' },
    REVOKE: { from: HELD, to: 'REVOKED', clause: 'SHR-8.2.1h' },
    HAND_OVER: { from: HELD, to: 'REVOKED', clause: 'SHR-3.4.11a' },
    EXPIRE: { from: HELD, to: 'EXPIRED', clause: 'SHR-8.2.1e' },
  },
};
