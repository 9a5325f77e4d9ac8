import type { Way } from './ways.ts';

/** What a theme and the extract made under it are, by the agreements alone: nothing of it is read from the code. */
export interface Life {
  readonly theme: 'APPROVED' | 'PROPOSED' | 'WITHDRAWN';
  /** Who decided for which partner. */
  readonly agreed: readonly Who[];
  /** Null where none was made. */
  readonly extract: 'DESTROYED' | 'DESTRUCTION_DUE' | 'EXTRACTED' | 'SENT' | null;
}

export const NEW_LIFE: Life = { theme: 'PROPOSED', agreed: [], extract: null };

/** Who proposed it, who decides for three partners, another council officer, and two analysts of whom one matches. */
export type Who = 'caspar' | 'desmond' | 'dorothea' | 'gideon' | 'halima' | 'niamh' | 'ursula';

export type Move = 'approve' | 'destroy' | 'fallDue' | 'make' | 'send' | 'withdraw';
export const MOVES: readonly Move[] = [
  ...(['approve', 'destroy', 'fallDue', 'make', 'send', 'withdraw'] as const),
];

const MAY: Readonly<Record<Exclude<Move, 'fallDue'>, readonly Who[]>> = {
  approve: ['caspar', 'gideon', 'niamh'],
  withdraw: ['caspar', 'dorothea', 'gideon', 'niamh', 'ursula'],
  make: ['desmond', 'halima'],
  send: ['desmond', 'halima'],
  destroy: ['dorothea', 'gideon'],
};

/** Whether somebody may, as far as their office goes; what falls due does so by itself. */
export function may(who: Who, move: Move): boolean {
  return move === 'fallDue' || MAY[move].includes(who);
}

const KEPT_HERE = ['EXTRACTED', 'SENT'];

/** What keeps a step from being taken, or where it leads. */
export function leads(move: Move, who: Who, life: Life): string | Life {
  const { theme, agreed, extract } = life;
  switch (move) {
    case 'approve':
      if (theme !== 'PROPOSED') return 'STEP_NOT_POSSIBLE';
      if (agreed.includes(who)) return 'PARTNER_HAS_AGREED';
      return {
        ...life,
        agreed: [...agreed, who],
        theme: agreed.length === 2 ? 'APPROVED' : 'PROPOSED',
      };
    case 'withdraw':
      return theme === 'WITHDRAWN' ? 'STEP_NOT_POSSIBLE' : { ...life, theme: 'WITHDRAWN' };
    case 'make':
      if (theme !== 'APPROVED' || who !== 'halima') return 'EXTRACT_NOT_POSSIBLE';
      return extract === null || extract === 'DESTROYED'
        ? { ...life, extract: 'EXTRACTED' }
        : 'EXTRACT_OVERLAPS';
    case 'send':
      if (theme !== 'APPROVED') return 'EXTRACT_NOT_POSSIBLE';
      return extract === 'EXTRACTED' ? { ...life, extract: 'SENT' } : 'STEP_NOT_POSSIBLE';
    case 'fallDue':
      return KEPT_HERE.includes(extract ?? '') ? { ...life, extract: 'DESTRUCTION_DUE' } : life;
    case 'destroy':
      return extract === 'DESTROYED' ? 'STEP_NOT_POSSIBLE' : { ...life, extract: 'DESTROYED' };
  }
}

/** Whether there is anything left of it here, and whether an analyst named is given it. */
export const isKept = ({ extract }: Life): boolean => KEPT_HERE.includes(extract ?? '');
export const isGiven = ({ theme, extract }: Life): boolean =>
  theme === 'APPROVED' && extract === 'SENT';

/** How far a theme has come, as its ways are counted. */
export const themeAt = ({ theme, agreed }: Life): string =>
  theme === 'PROPOSED' ? `PROPOSED ${agreed.length}` : theme;

const PROPOSED = ['PROPOSED 0', 'PROPOSED 1', 'PROPOSED 2'];
export const THEME_WAYS: readonly Way[] = [
  ['PROPOSED 0', 'PROPOSED 1'],
  ['PROPOSED 1', 'PROPOSED 2'],
  ['PROPOSED 2', 'APPROVED'],
  ...[...PROPOSED, 'APPROVED'].map((from): Way => [from, 'WITHDRAWN']),
];
export const EXTRACT_WAYS: readonly Way[] = [
  ['NONE', 'EXTRACTED'],
  ['EXTRACTED', 'SENT'],
  ['EXTRACTED', 'DESTRUCTION_DUE'],
  ['SENT', 'DESTRUCTION_DUE'],
  ...['EXTRACTED', 'SENT', 'DESTRUCTION_DUE'].map((from): Way => [from, 'DESTROYED']),
  ['DESTROYED', 'EXTRACTED'],
];
