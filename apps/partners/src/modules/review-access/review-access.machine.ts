import type { Machine } from '@postern/lifecycle';
import type { ReviewAccessState } from './review-access.table.ts';

export type ReviewAccessMove =
  | 'ACCEPT'
  | 'WITHDRAW'
  | 'OPEN'
  | 'MOVE_STAGE'
  | 'COMPLETE'
  | 'EXPIRE'
  | 'PUBLISH_LEARNING';

/** A look at somebody else's cases: proposed, accepted, open until it is complete or its day has come (SHR-6a, SHR-6b). */
export const reviewAccessMachine: Machine<ReviewAccessState, ReviewAccessMove> = {
  name: 'REVIEW_ACCESS',
  initial: 'PROPOSED',
  moves: {
    ACCEPT: { from: ['PROPOSED'], to: 'ACCEPTED', clause: 'SHR-6a' },
    WITHDRAW: { from: ['PROPOSED', 'ACCEPTED'], to: 'WITHDRAWN', clause: 'SHR-6a' },
    OPEN: { from: ['ACCEPTED'], to: 'OPEN', clause: 'SHR-6a' },
    MOVE_STAGE: { from: ['OPEN'], to: 'OPEN', clause: 'SOM-8.6' },
    COMPLETE: { from: ['OPEN'], to: 'COMPLETE', clause: 'SHR-6b' },
    EXPIRE: { from: ['OPEN'], to: 'EXPIRED', clause: 'SHR-6b' },
    PUBLISH_LEARNING: {
      from: ['COMPLETE', 'EXPIRED'],
      to: 'LEARNING_PUBLISHED',
      clause: 'SHR-6c',
    },
  },
};
