import type { Machine } from '@postern/lifecycle';

export const LIMIT_STATES = [
  'OPEN_TO_PARENTS',
  'SUMMARY_ONLY',
  'CONFIDENTIAL',
  'OVERRIDDEN',
] as const;
export type LimitState = (typeof LIMIT_STATES)[number];
/** What a young person may choose. */
export const LIMIT_LEVELS = ['OPEN_TO_PARENTS', 'SUMMARY_ONLY', 'CONFIDENTIAL'] as const;
export type LimitLevel = (typeof LIMIT_LEVELS)[number];
export type LimitMove = 'OPEN' | 'SUMMARISE' | 'CONFIDE' | 'OVERRIDE';

/**
 * What a young person keeps from their parents: theirs to change as they like, and nobody else's (SHR-3.4.3d). An override
 * protects somebody for a time, and what they had chosen holds again after it.
 */
export const disclosureLimitMachine: Machine<LimitState, LimitMove> = {
  name: 'DISCLOSURE_LIMIT',
  initial: 'OPEN_TO_PARENTS',
  moves: {
    OPEN: { from: LIMIT_STATES, to: 'OPEN_TO_PARENTS', clause: 'SHR-3.4.3d' },
    SUMMARISE: { from: LIMIT_STATES, to: 'SUMMARY_ONLY', clause: 'SHR-3.4.3d' },
    CONFIDE: { from: LIMIT_STATES, to: 'CONFIDENTIAL', clause: 'SHR-3.4.3d' },
    OVERRIDE: { from: ['SUMMARY_ONLY', 'CONFIDENTIAL'], to: 'OVERRIDDEN', clause: 'SHR-3.5L-e' },
  },
};

/** The move that leads to a level. */
export const MOVE_TO: Readonly<Record<LimitLevel, LimitMove>> = {
  OPEN_TO_PARENTS: 'OPEN',
  SUMMARY_ONLY: 'SUMMARISE',
  CONFIDENTIAL: 'CONFIDE',
};
