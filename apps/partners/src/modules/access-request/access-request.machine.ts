import type { Machine } from '@postern/lifecycle';

export const ACCESS_REQUEST_STATES = [
  'REQUESTED',
  'QUERIED',
  'GRANTED',
  'REFUSED',
  'LAPSED',
] as const;
export type AccessRequestState = (typeof ACCESS_REQUEST_STATES)[number];
export type AccessRequestMove = 'QUERY' | 'REPLY' | 'ANSWER' | 'REFUSE' | 'LAPSE';

const OPEN: readonly AccessRequestState[] = ['REQUESTED', 'QUERIED'];

/**
 * Whether a question waits for whoever asked. It does until it is answered or the window is over, and nobody refuses
 * meanwhile: so a question that is open tells nothing, and none that was withdrawn tells of a refusal (SHR-8.2.1f).
 */
export function hasOpenQuestion(
  { state, outcomeAt }: { readonly state: AccessRequestState; readonly outcomeAt: Date },
  now: Date,
): boolean {
  return state === 'QUERIED' && outcomeAt > now;
}

/** What becomes of a request for access; whoever asked is told no more of it than that it was received, until its window is over. */
export const accessRequestMachine: Machine<AccessRequestState, AccessRequestMove> = {
  name: 'ACCESS_REQUEST',
  initial: 'REQUESTED',
  moves: {
    QUERY: { from: ['REQUESTED'], to: 'QUERIED', clause: 'SHR-8.2.1e' },
    REPLY: { from: ['QUERIED'], to: 'REQUESTED', clause: 'SHR-8.2.1e' },
    ANSWER: { from: OPEN, to: 'GRANTED', clause: 'SHR-8.2.1g' },
    REFUSE: { from: OPEN, to: 'REFUSED', clause: 'SHR-3.3.8' },
    LAPSE: { from: OPEN, to: 'LAPSED', clause: 'SHR-3.3.8' },
  },
};
