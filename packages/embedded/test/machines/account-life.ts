import { cast } from '@postern/sample-county';
import type { Way } from './ways.ts';

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

const ENDING = ['lock', 'compromise', 'breach', 'leave'] as const;

/** The steps that lead on from where it stands; the likelier ones more than once. */
export function leadingOn(known: Known): readonly Move[] {
  return [...likely(known), ...ENDING.filter((move) => led(known.state, move) !== null)];
}

function likely({ state, trained, accepted }: Known): readonly Move[] {
  const missing: readonly Move[] = [
    ...(trained === null ? (['train'] as const) : []),
    ...(accepted ? [] : (['accept'] as const)),
    'factor',
  ];
  if (state === 'NOMINATED') return ['invite', 'invite'];
  if (state === 'INVITED') return ['take', 'take', 'take', 'take', 'take', 'invite'];
  if (state === 'TRAINING') return ['train', 'train', 'train', 'accept', 'factor'];
  if (ON_THE_WAY.includes(state)) return [...missing, ...missing, ...missing, 'months'];
  if (state === 'ACTIVE') return [...Array<Move>(8).fill('months'), 'year', 'year'];
  if (state === 'DORMANT_WARNING') return Array<Move>(6).fill('months');
  if (state === 'DISABLED_DORMANT') return Array<Move>(4).fill('reactivate');
  return ['unlock', 'unlock', 'unlock', 'unlock'];
}

/** Where a step leads with those that follow by themselves, or because so much time went by. */
export function heads(known: Known, move: Move): string | undefined {
  const { state, trained, accepted, secondFactor } = known;
  const settled = (has: Partial<Known>): string => {
    const all = { trained, accepted, secondFactor, ...has };
    if (all.trained === null) return 'TRAINING';
    if (!all.accepted) return 'UAA_PENDING';
    return all.secondFactor ? 'ACTIVE' : 'MFA_PENDING';
  };
  if (move === 'take') return state === 'INVITED' ? settled({}) : undefined;
  if (move === 'reactivate') return state === 'DISABLED_DORMANT' ? settled({}) : undefined;
  if (ON_THE_WAY.includes(state) && move === 'train') return settled({ trained: 1 });
  if (ON_THE_WAY.includes(state) && move === 'accept') return settled({ accepted: true });
  if (ON_THE_WAY.includes(state) && move === 'factor') return settled({ secondFactor: true });
  if (state === 'ACTIVE' && move === 'months') return 'DORMANT_WARNING';
  if (state === 'DORMANT_WARNING' && move === 'months') return 'DISABLED_DORMANT';
  if (IN_USE.includes(state) && move === 'year') return 'TRAINING';
  return led(state, move) ?? undefined;
}

/** Of those on the way, one: what ends or locks an account asks of all alike whether they were invited. */
const STATES = ['NOMINATED', 'INVITED', 'TRAINING', ...IN_USE, 'DISABLED_DORMANT', ...LOCKED];

/** Every way that a walk takes; of what brings somebody back, with all that follows by itself. */
export const WAYS: readonly Way[] = [
  ...STATES.flatMap((from) =>
    [...ENDING, 'unlock' as const].map((move) => [from, led(from, move)]),
  ),
  ['NOMINATED', 'INVITED'],
  ['INVITED', 'TRAINING'],
  ['TRAINING', 'UAA_PENDING'],
  ['UAA_PENDING', 'MFA_PENDING'],
  ['MFA_PENDING', 'ACTIVE'],
  ['ACTIVE', 'TRAINING'],
  ['ACTIVE', 'DORMANT_WARNING'],
  ['DORMANT_WARNING', 'DISABLED_DORMANT'],
  ['DISABLED_DORMANT', 'ACTIVE'],
].flatMap(([from, to]): Way[] => (from == null || to == null ? [] : [[from, to]]));
