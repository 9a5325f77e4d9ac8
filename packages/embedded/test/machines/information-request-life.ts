import { cast } from '@postern/sample-county';
import type { Way } from './ways.ts';

const { niamh, grace, caspar, dorothea, rhona } = cast.practitioners;

export const PEOPLE = { niamh, grace, caspar, dorothea, rhona } as const;
export type Name = keyof typeof PEOPLE;

/** What each of them states as the purpose. */
export const PURPOSES = {
  niamh: 'COORDINATE_SUPPORT',
  grace: 'COORDINATE_SUPPORT',
  caspar: 'ADMINISTRATION',
  dorothea: 'ADMINISTRATION',
  rhona: 'COORDINATE_SUPPORT',
} as const;

export type Move =
  | 'acknowledge'
  | 'share'
  | 'part'
  | 'refuse'
  | 'expire'
  | 'escalate'
  | 'overturn'
  | 'confirm';

/** What may follow what, as the life of a request is described; nothing of it is read from the code. */
export const LIFE: Readonly<Record<Move, readonly Way[]>> = {
  acknowledge: [['ASKED', 'ACKNOWLEDGED']],
  share: ['ASKED', 'ACKNOWLEDGED', 'EXPIRED_UNANSWERED', 'OVERTURNED'].map((from) => [
    from,
    'SHARED',
  ]),
  part: ['ASKED', 'ACKNOWLEDGED', 'EXPIRED_UNANSWERED', 'OVERTURNED'].map((from) => [
    from,
    'PART_SHARED',
  ]),
  refuse: ['ASKED', 'ACKNOWLEDGED', 'EXPIRED_UNANSWERED'].map((from) => [from, 'REFUSED']),
  expire: [
    ['ASKED', 'EXPIRED_UNANSWERED'],
    ['ACKNOWLEDGED', 'EXPIRED_UNANSWERED'],
  ],
  escalate: ['REFUSED', 'PART_SHARED', 'EXPIRED_UNANSWERED'].map((from) => [from, 'ESCALATED']),
  overturn: [['ESCALATED', 'OVERTURNED']],
  confirm: [['ESCALATED', 'CONFIRMED']],
};

export const MOVES = Object.keys(LIFE) as Move[];
export const ENDED = ['SHARED', 'CONFIRMED'];

/** Who may take each, and what others are told: outsiders find nothing, parties that it is not theirs. */
export const MAY: Readonly<Record<Move, readonly Name[]>> = {
  acknowledge: ['grace', 'caspar'],
  share: ['grace', 'caspar'],
  part: ['grace', 'caspar'],
  refuse: ['grace', 'caspar'],
  expire: [],
  escalate: ['niamh'],
  overturn: ['dorothea'],
  confirm: ['dorothea'],
};

export const CALLS: Readonly<
  Record<Exclude<Move, 'expire'>, readonly [command: string, args: string]>
> = {
  acknowledge: ['acknowledgeInformationRequest', ''],
  share: ['answerInformationRequest', 'answer: SHARED'],
  part: [
    'answerInformationRequest',
    'answer: PART_SHARED, code: NOT_NECESSARY, reasons: "The rest is not needed for this."',
  ],
  refuse: [
    'answerInformationRequest',
    'answer: REFUSED, code: NOT_PROPORTIONATE, reasons: "نص كامل — ‘why’ & <b>how</b>"',
  ],
  escalate: ['escalateInformationRequest', 'reason: "It matters for the plan."'],
  overturn: ['decideEscalation', 'decision: OVERTURNED, reason: "It is needed."'],
  confirm: ['decideEscalation', 'decision: CONFIRMED, reason: "It is not needed."'],
};
