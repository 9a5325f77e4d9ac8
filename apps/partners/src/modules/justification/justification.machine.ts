import type { JustificationState } from '@postern/access-facts';
import type { Machine } from '@postern/lifecycle';

export type JustificationMove =
  | 'FIND_COMPLETE'
  | 'SEND_FOR_APPROVAL'
  | 'APPROVE'
  | 'REFUSE'
  | 'ESCALATE'
  | 'WITHDRAW'
  | 'CHALLENGE'
  | 'UPHOLD'
  | 'STRIKE';

/**
 * The life of a justification from when it is sent in. Only a live one opens anything, and none is live that a person has
 * to decide about first (PN-auto). That it has run out is read from its end, never written.
 */
export const JUSTIFICATION_MACHINE: Machine<JustificationState, JustificationMove> = {
  name: 'JUSTIFICATION',
  initial: 'SUBMITTED',
  moves: {
    FIND_COMPLETE: { from: ['SUBMITTED'], to: 'LIVE', clause: 'SHR-4.3-cond' },
    SEND_FOR_APPROVAL: { from: ['SUBMITTED'], to: 'NEEDS_APPROVAL', clause: 'PN-auto' },
    APPROVE: { from: ['NEEDS_APPROVAL'], to: 'LIVE', clause: 'PN-auto' },
    REFUSE: { from: ['NEEDS_APPROVAL'], to: 'REFUSED', clause: 'SHR-3.3.3a' },
    ESCALATE: { from: ['NEEDS_APPROVAL'], to: 'NEEDS_APPROVAL', clause: 'PN-auto' },
    WITHDRAW: { from: ['NEEDS_APPROVAL', 'LIVE'], to: 'WITHDRAWN', clause: 'SHR-3.3.3a' },
    CHALLENGE: { from: ['LIVE', 'EXPIRED'], to: 'CHALLENGED', clause: 'SHR-8.3.7i' },
    UPHOLD: { from: ['CHALLENGED'], to: 'LIVE', clause: 'DEV-A2l' },
    STRIKE: { from: ['CHALLENGED'], to: 'STRUCK', clause: 'DEV-A2l' },
  },
};

/** What runs out at its end, and is expired from then on. */
export const RUNNING_OUT: readonly JustificationState[] = ['LIVE', 'NEEDS_APPROVAL'];

/** Where a justification stands at a moment. */
export function standingAt(
  { state, expiresAt }: { readonly state: JustificationState; readonly expiresAt: Date },
  now: Date,
): JustificationState {
  return RUNNING_OUT.includes(state) && expiresAt <= now ? 'EXPIRED' : state;
}
