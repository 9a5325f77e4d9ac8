import type { Way } from './ways.ts';

/** What a transfer to social care is, by the agreement alone: nothing of it is read from the code. */
export interface Life {
  readonly state: string;
  /** Where the episode stands. */
  readonly status: string;
  readonly closedThere: boolean;
  readonly wished: boolean;
}

export const NEW_LIFE: Life = {
  state: 'PROPOSED',
  status: 'OPEN_TAF',
  closedThere: false,
  wished: false,
};

/** Who leads, the front door without access, a manager, somebody of the team, and the social-care worker. */
export type Who = 'dev' | 'gideon' | 'joel' | 'solveig' | 'tom';

export type Move =
  | 'approve'
  | 'close'
  | 'closedThere'
  | 'down'
  | 'pick'
  | 'receive'
  | 'send'
  | 'wish'
  | 'withdraw';

const GOING_ON = ['OPEN', 'OPEN_TAF', 'STEPPED_UP'];
const BEFORE_SENT = ['PROPOSED', 'ITEMS_PICKED', 'APPROVED'];
export const OVER = ['WITHDRAWN', 'STEPPED_DOWN', 'ENDED'];
export const READ = ['SENT', 'RECEIVED'];

/** Where each step leads; undefined where there is none. */
export const LIFE: Readonly<Record<Move, (life: Life) => Partial<Life> | undefined>> = {
  pick: ({ state }) =>
    ['PROPOSED', 'ITEMS_PICKED'].includes(state) ? { state: 'ITEMS_PICKED' } : undefined,
  approve: ({ state }) => (state === 'ITEMS_PICKED' ? { state: 'APPROVED' } : undefined),
  send: ({ state }) =>
    ['APPROVED', 'SENT', 'RECEIVED'].includes(state)
      ? { state: 'SENT', status: 'STEPPED_UP', closedThere: false, wished: false }
      : undefined,
  receive: ({ state }) => (state === 'SENT' ? { state: 'RECEIVED' } : undefined),
  closedThere: ({ state }) => (state === 'RECEIVED' ? { closedThere: true } : undefined),
  wish: ({ state }) => (state === 'RECEIVED' ? { wished: true } : undefined),
  down: ({ state }) =>
    state === 'RECEIVED' ? { state: 'STEPPED_DOWN', status: 'OPEN' } : undefined,
  withdraw: ({ state }) => (BEFORE_SENT.includes(state) ? { state: 'WITHDRAWN' } : undefined),
  close: ({ state, status }) =>
    OVER.includes(state) || !GOING_ON.includes(status)
      ? undefined
      : { state: 'ENDED', status: 'CLOSED' },
};
export const MOVES = Object.keys(LIFE) as Move[];

/** Who may take it, as far as their office and their part go. */
const MAY: Readonly<Record<Move, readonly Who[]>> = {
  pick: ['tom'],
  approve: ['dev', 'gideon'],
  send: ['tom'],
  receive: ['solveig'],
  closedThere: ['solveig'],
  wish: ['solveig', 'tom'],
  down: ['solveig', 'tom'],
  withdraw: ['tom'],
  close: ['tom'],
};

/** Whether somebody may; whoever was sent nothing yet has no part in it. */
export function may(who: Who, move: Move, { state }: Life): boolean {
  if (who === 'solveig' && [...BEFORE_SENT, 'WITHDRAWN'].includes(state)) return false;
  return MAY[move].includes(who);
}

/** What keeps a step that the machine has from being taken. */
export function kept(move: Move, { closedThere, wished }: Life): string | null {
  return move === 'down' && !(closedThere && wished) ? 'STEP_DOWN_NOT_POSSIBLE' : null;
}

/** Every way between states. */
export const WAYS: readonly Way[] = [
  ['PROPOSED', 'ITEMS_PICKED'],
  ['ITEMS_PICKED', 'ITEMS_PICKED'],
  ['ITEMS_PICKED', 'APPROVED'],
  ['APPROVED', 'SENT'],
  ['SENT', 'SENT'],
  ['SENT', 'RECEIVED'],
  ['RECEIVED', 'SENT'],
  ['RECEIVED', 'RECEIVED'],
  ['RECEIVED', 'STEPPED_DOWN'],
  ...BEFORE_SENT.map((from): Way => [from, 'WITHDRAWN']),
  ...[...BEFORE_SENT, ...READ].map((from): Way => [from, 'ENDED']),
];
