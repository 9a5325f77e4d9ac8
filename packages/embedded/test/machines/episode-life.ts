import type { Way } from './ways.ts';

/** What an episode is, by the agreement alone: nothing of it is read from the code. */
export interface Life {
  readonly status: string;
  /** Where a closing that is called off goes back to. */
  readonly back: string | null;
  readonly answered: boolean;
  readonly agreed: boolean;
  /** Who has access: of the front door, to lead, in the team. */
  readonly screened: boolean;
  readonly led: boolean;
  readonly joined: boolean;
  readonly level: number;
}

export const NEW_LIFE: Life = {
  status: 'CONTACT',
  back: null,
  answered: false,
  agreed: false,
  screened: false,
  led: false,
  joined: false,
  level: 1,
};

const OPEN = ['OPEN', 'OPEN_TAF'];
const BEFORE = ['CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT', 'REOPENED'];
/** What the team reads, given that the family agreed. */
const READ_AS_OPEN = [...OPEN, 'REOPENED', 'CLOSING'];
export const OVER = ['SIGNPOSTED', 'NO_FURTHER_ACTION', 'CLOSED'];

/** The front door, whoever leads, the team, a manager with access, and somebody with none. */
export type Who = 'dev' | 'tom' | 'joel' | 'gideon' | 'rhona';

export function sees(who: Who, life: Life): boolean {
  const { status, screened, led, joined, agreed } = life;
  if (who === 'gideon') return true;
  if (who === 'dev') return screened && [...BEFORE, ...READ_AS_OPEN].includes(status);
  if (who === 'tom') return led && agreed && [...READ_AS_OPEN, 'STEPPED_UP'].includes(status);
  return who === 'joel' && joined && agreed && READ_AS_OPEN.includes(status);
}

/** The front door decides until help begins, whoever leads from then on, and a manager throughout. */
export function mayRecord(who: Who, life: Life): boolean {
  if (!sees(who, life) || who === 'joel') return false;
  return who !== 'dev' || BEFORE.includes(life.status);
}

export type Move =
  | 'screen'
  | 'signpost'
  | 'end'
  | 'advise'
  | 'ask'
  | 'open'
  | 'team'
  | 'begin'
  | 'callOff'
  | 'close'
  | 'decline'
  | 'reopen';

const ended = { screened: false, led: false, joined: false, back: null };

/** Where each step leads; undefined where there is none. */
export const LIFE: Readonly<Record<Move, (life: Life) => Partial<Life> | undefined>> = {
  screen: ({ status }) => (status === 'CONTACT' ? { status: 'SCREENING' } : undefined),
  signpost: ({ status }) =>
    ['CONTACT', 'SCREENING'].includes(status) ? { ...ended, status: 'SIGNPOSTED' } : undefined,
  end: ({ status }) =>
    ['CONTACT', 'SCREENING'].includes(status)
      ? { ...ended, status: 'NO_FURTHER_ACTION' }
      : undefined,
  advise: ({ status }) => (status === 'SCREENING' ? { status: 'CONSULTATION_ONLY' } : undefined),
  ask: ({ status }) =>
    ['SCREENING', 'REOPENED'].includes(status) ? { status: 'AWAITING_AGREEMENT' } : undefined,
  open: ({ status }) => (status === 'AWAITING_AGREEMENT' ? { status: 'OPEN' } : undefined),
  team: ({ status }) => (status === 'OPEN' ? { status: 'OPEN_TAF' } : undefined),
  begin: ({ status }) =>
    [...OPEN, 'STEPPED_UP'].includes(status) ? { status: 'CLOSING', back: status } : undefined,
  callOff: ({ status, back }) =>
    status === 'CLOSING' ? { status: back ?? 'OPEN', back: null } : undefined,
  close: ({ status }) =>
    status === 'CLOSING' || status === 'AWAITING_AGREEMENT'
      ? { ...ended, status: 'CLOSED' }
      : undefined,
  decline: ({ status }) =>
    status === 'CLOSING' || status === 'AWAITING_AGREEMENT'
      ? { ...ended, status: 'CLOSED' }
      : undefined,
  reopen: ({ status }) => (status === 'CLOSED' ? { status: 'REOPENED', agreed: false } : undefined),
};
export const MOVES = Object.keys(LIFE) as Move[];

/** What keeps a step that the machine has from being taken: the code of the refusal. */
export function kept(move: Move, life: Life): string | null {
  const { status, answered, agreed, led, joined, level } = life;
  const isReady =
    move === 'open'
      ? agreed && led
      : move === 'team'
        ? led && joined && (level === 2 || level === 3)
        : !['signpost', 'end', 'advise'].includes(move) || answered;
  if (!isReady) return 'EPISODE_NOT_READY';
  return move === 'close' && status === 'AWAITING_AGREEMENT' ? 'END_REASON_NOT_POSSIBLE' : null;
}

/** Every way between states but down from social care; stepping up is written by the walk itself, and both are walked with transfers. */
export const WAYS: readonly Way[] = [
  ['CONTACT', 'SCREENING'],
  ['CONTACT', 'SIGNPOSTED'],
  ['CONTACT', 'NO_FURTHER_ACTION'],
  ['SCREENING', 'SIGNPOSTED'],
  ['SCREENING', 'NO_FURTHER_ACTION'],
  ['SCREENING', 'CONSULTATION_ONLY'],
  ['SCREENING', 'AWAITING_AGREEMENT'],
  ['AWAITING_AGREEMENT', 'OPEN'],
  ['AWAITING_AGREEMENT', 'CLOSED'],
  ['OPEN', 'OPEN_TAF'],
  ['OPEN', 'STEPPED_UP'],
  ['OPEN', 'CLOSING'],
  ['OPEN_TAF', 'STEPPED_UP'],
  ['OPEN_TAF', 'CLOSING'],
  ['STEPPED_UP', 'CLOSING'],
  ['CLOSING', 'OPEN'],
  ['CLOSING', 'OPEN_TAF'],
  ['CLOSING', 'STEPPED_UP'],
  ['CLOSING', 'CLOSED'],
  ['CLOSED', 'REOPENED'],
  ['REOPENED', 'AWAITING_AGREEMENT'],
];
