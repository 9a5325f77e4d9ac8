import { cast } from '@postern/sample-county';

const { prue, gideon, adaline, caspar } = cast.practitioners;
const DAY = 86_400_000;

export type Who = { readonly subject: string; readonly id?: string };

/** What is known of an account, by the rules written down here once more. */
export interface Known {
  id: string;
  email: string;
  subject: string;
  state: string;
  revision: number;
  steps: number;
  code: string | null;
  /** When the code is too old. */
  codeUntil: number;
  trained: number | null;
  accepted: boolean;
  secondFactor: boolean;
  idleSince: number;
  bound: boolean;
}

export type Move =
  | 'invite'
  | 'take'
  | 'train'
  | 'accept'
  | 'factor'
  | 'lock'
  | 'compromise'
  | 'unlock'
  | 'breach'
  | 'leave'
  | 'reactivate'
  | 'year'
  | 'months';

export const COMMANDS: Readonly<Partial<Record<Move, string>>> = {
  invite: 'invitePractitioner',
  train: 'recordTraining',
  lock: 'lockDownAccount',
  compromise: 'disableCompromised',
  unlock: 'unlockAccount',
  breach: 'endForTermsBreach',
  leave: 'reportLeaver',
  reactivate: 'reactivateAccount',
};

export const ENDED = ['LEFT', 'TERMS_BREACH'];
const LOCKED = ['LOCKED_DOWN', 'DISABLED_COMPROMISE'];
export const ON_THE_WAY = ['TRAINING', 'UAA_PENDING', 'MFA_PENDING'];
export const IN_USE = ['ACTIVE', 'DORMANT_WARNING'];

/** The state that a command leads to, without the steps that follow by themselves; null where it is not possible. */
export function led(state: string, move: Move): string | null {
  const known = ['INVITED', ...ON_THE_WAY, ...IN_USE, 'DISABLED_DORMANT'];
  switch (move) {
    case 'invite':
      return ['NOMINATED', 'INVITED'].includes(state) ? 'INVITED' : null;
    case 'train':
      return ENDED.includes(state) || state === 'DISABLED_COMPROMISE' ? null : state;
    case 'lock':
      return known.includes(state) ? 'LOCKED_DOWN' : null;
    case 'compromise':
      return [...known, 'LOCKED_DOWN'].includes(state) ? 'DISABLED_COMPROMISE' : null;
    case 'unlock':
      return LOCKED.includes(state) ? 'INVITED' : null;
    case 'breach':
      return [...known, ...LOCKED].includes(state) ? 'TERMS_BREACH' : null;
    case 'leave':
      return ENDED.includes(state) ? null : 'LEFT';
    case 'reactivate':
      return state === 'DISABLED_DORMANT' ? 'TRAINING' : null;
    default:
      return null;
  }
}

/** Everything that somebody is told who is not let in. */
export function missing(known: Known, now: number): readonly string[] {
  const { state, trained, accepted, secondFactor } = known;
  const steps = [
    ...(trained === null || trained + DAY <= now ? ['TRAINING_NOT_VALID'] : []),
    ...(accepted ? [] : ['ACCEPTANCE_MISSING']),
  ];
  if (!ON_THE_WAY.includes(state))
    return IN_USE.includes(state)
      ? [...steps, ...(steps.length === 0 ? ['ROLE_MISSING'] : [])]
      : ['ACCOUNT_NOT_ACTIVE', ...steps];
  return secondFactor ? steps : [...steps, 'SECOND_FACTOR_NOT_SHOWN'];
}

export const MAY: Readonly<Partial<Record<Move, readonly Who[]>>> = {
  invite: [prue, gideon],
  train: [prue, gideon],
  lock: [prue, gideon, adaline, caspar],
  compromise: [prue, gideon, adaline],
  unlock: [prue, gideon],
  breach: [prue, gideon],
  leave: [prue, gideon, caspar],
  reactivate: [prue, gideon],
};

export function leadingOn({ state, trained, accepted }: Known): readonly Move[] {
  const missing: readonly Move[] = [
    ...(trained === null ? (['train'] as const) : []),
    ...(accepted ? [] : (['accept'] as const)),
    'factor',
  ];
  if (state === 'NOMINATED') return ['invite', 'invite', 'leave'];
  if (state === 'INVITED') return ['take', 'take', 'take', 'lock', 'invite'];
  if (state === 'TRAINING') return ['train', 'train', 'accept', 'factor', 'lock'];
  if (ON_THE_WAY.includes(state)) return [...missing, ...missing, 'lock', 'months'];
  if (state === 'ACTIVE')
    return [
      ...Array<Move>(6).fill('months'),
      'year',
      'year',
      'lock',
      'lock',
      'compromise',
      'leave',
    ];
  if (state === 'DORMANT_WARNING') return ['months', 'months', 'months', 'lock', 'breach'];
  if (state === 'DISABLED_DORMANT') return ['reactivate', 'reactivate', 'leave', 'lock'];
  return ['unlock', 'unlock', 'unlock', 'breach', 'leave'];
}
