import { cast } from '@postern/sample-county';
import type { Way } from './ways.ts';

const { prue, gideon, dorothea, caspar, grace } = cast.practitioners;

export type Who = { readonly subject: string; readonly id: string };

/** What an agency is known to be, by the rules of the partnership written down here once more. */
export interface Known {
  id: string;
  state: string;
  revision: number;
  steps: number;
  papers: boolean;
  notice: Date | null;
  proposed: { kind: string; by: string } | null;
}

export type Move =
  | 'negotiate'
  | 'papers'
  | 'sign'
  | 'join'
  | 'activate'
  | 'review'
  | 'notice'
  | 'suspend'
  | 'lift'
  | 'agree'
  | 'refuse'
  | 'wait';

/** Which states a step leads between: from the life of an agency as the agreements describe it. */
export const LIFE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  negotiate: { INVITED: 'NEGOTIATING' },
  sign: { NEGOTIATING: 'SIGNED', SIGNED: 'SIGNED', ACTIVE: 'ACTIVE', REVIEW_DUE: 'ACTIVE' },
  join: {
    INVITED: 'SIGNED',
    NEGOTIATING: 'SIGNED',
    SIGNED: 'SIGNED',
    ACTIVE: 'ACTIVE',
    REVIEW_DUE: 'ACTIVE',
  },
  activate: { SIGNED: 'ACTIVE' },
  review: { ACTIVE: 'ACTIVE', REVIEW_DUE: 'ACTIVE' },
  notice: {
    SIGNED: 'NOTICE_GIVEN',
    ACTIVE: 'NOTICE_GIVEN',
    REVIEW_DUE: 'NOTICE_GIVEN',
    SUSPENDED: 'SUSPENDED',
  },
  suspend: { SIGNED: '', ACTIVE: '', REVIEW_DUE: '', NOTICE_GIVEN: '' },
  lift: { SUSPENDED: '' },
};

export const MOVES: readonly Move[] = [
  ...(['negotiate', 'papers', 'sign', 'join', 'activate', 'review', 'notice'] as const),
  ...(['suspend', 'lift', 'agree', 'refuse', 'wait'] as const),
];

/** Every way that there is: by one step, by two agencies together, and because a time came. */
export const WAYS: readonly Way[] = [
  ...Object.entries(LIFE)
    .filter(([move]) => !['suspend', 'lift'].includes(move))
    .flatMap(([, moves]) => Object.entries(moves)),
  ...(['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'] as const).map(
    (from): Way => [from, 'SUSPENDED'],
  ),
  ['SUSPENDED', 'ACTIVE'],
  ['SUSPENDED', 'NOTICE_GIVEN'],
  ['ACTIVE', 'REVIEW_DUE'],
  ['NOTICE_GIVEN', 'WITHDRAWN'],
  ['SUSPENDED', 'WITHDRAWN'],
  ['WITHDRAWN', 'INVITED'],
];

/** The steps that lead on from where it stands; the likelier ones more than once. */
export function leadingOn({ state, papers, proposed }: Known): readonly Move[] {
  if (!papers) return ['papers'];
  if (proposed !== null) return ['agree', 'agree', 'refuse', 'wait'];
  if (state === 'INVITED') return ['negotiate', 'join'];
  if (state === 'NEGOTIATING') return ['sign'];
  if (state === 'SIGNED') return ['activate', 'activate', 'notice', 'suspend', 'sign'];
  if (state === 'SUSPENDED') return ['lift', 'lift', 'notice', 'wait'];
  if (state === 'NOTICE_GIVEN') return ['suspend', 'wait', 'wait'];
  if (state === 'REVIEW_DUE') return ['review', 'notice', 'notice', 'suspend', 'sign'];
  return ['review', 'wait', 'wait', 'suspend', 'notice', 'sign'];
}

/** Where a step leads in the end, once another agency agrees where one has to. */
export function heads({ state, notice, proposed }: Known, move: Move): string | undefined {
  const lifted = notice === null ? 'ACTIVE' : 'NOTICE_GIVEN';
  if (move === 'wait') return notice === null ? 'REVIEW_DUE' : 'WITHDRAWN';
  if (move === 'agree') return proposed?.kind === 'suspend' ? 'SUSPENDED' : lifted;
  if (move === 'suspend') return 'SUSPENDED';
  return move === 'lift' ? lifted : LIFE[move]?.[state];
}

export const SIGNED_STATES = ['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'];

/** What comes of a step: the state afterwards, or the code of its refusal. */
export function expected(known: Known, move: Exclude<Move, 'papers' | 'wait'>, who: Who): string {
  const ofHost = who === prue || who === gideon;
  const speaks = ofHost || who === dorothea || who === caspar;
  const next = LIFE[move]?.[known.state];
  if (['suspend', 'lift'].includes(move)) {
    if (!speaks) return '!ROLE_NOT_PERMITTED';
    if (next === undefined) return '!STEP_NOT_POSSIBLE';
    return known.proposed === null ? known.state : '!DECISION_PENDING';
  }
  if (['agree', 'refuse'].includes(move)) {
    if (!speaks) return '!ROLE_NOT_PERMITTED';
    if (known.proposed === null) return '!NOTHING_TO_DECIDE';
    if (known.proposed.by === agencyOf(who)) return '!SECOND_AGENCY';
    if (move === 'refuse') return known.state;
    if (LIFE[known.proposed.kind]?.[known.state] === undefined) return '!STEP_NOT_POSSIBLE';
    if (known.proposed.kind === 'suspend') return 'SUSPENDED';
    return known.notice === null ? 'ACTIVE' : 'NOTICE_GIVEN';
  }
  if (move === 'notice' && who === caspar) return '!RECORD_UNKNOWN';
  if (!ofHost) return '!ROLE_NOT_PERMITTED';
  if (next === undefined || (move === 'notice' && known.notice !== null))
    return '!STEP_NOT_POSSIBLE';
  const asksPapers = ['sign', 'join', 'activate'].includes(move);
  return asksPapers && !known.papers ? '!AGENCY_NOT_READY' : next;
}

export function agencyOf(who: Who): string {
  const found = [prue, gideon, dorothea, caspar, grace].find(({ id }) => id === who.id);
  return found?.agency.id ?? '';
}

const SIGNATURE = {
  agreement: 'SHROPSHIRE_ISA',
  version: '1.1',
  signatoryName: 'Imelda Roach',
  signatoryTitle: 'Practice owner',
  registrationNumber: 'ZA000001',
  staff: [{ name: 'Orla Finn', jobTitle: 'Nurse' }],
};

/** A move as it is sent at a moment. */
export function commandFor(
  move: Exclude<Move, 'papers' | 'wait'>,
  now: Date,
): readonly [string, object] {
  const today = now.toISOString();
  const signature = { ...SIGNATURE, signedOn: today.slice(0, 10) };
  switch (move) {
    case 'negotiate':
      return ['beginNegotiation', {}];
    case 'sign':
      return ['signAgreement', { signature }];
    case 'join':
      return [
        'signAgreement',
        { signature: { ...signature, supplemental: true, effectiveFrom: today } },
      ];
    case 'activate':
      return ['activateAgency', {}];
    case 'review':
      return [
        'recordReview',
        { agreement: 'SHROPSHIRE_ISA', heldOn: today.slice(0, 10), findings: 'It works.' },
      ];
    case 'notice':
      return ['giveNotice', {}];
    case 'suspend':
      return ['suspendAgency', {}];
    case 'lift':
      return ['liftSuspension', {}];
    default:
      return ['decideOnSuspension', { agree: move === 'agree' }];
  }
}
