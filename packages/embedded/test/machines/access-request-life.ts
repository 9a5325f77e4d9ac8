import { cast } from '@postern/sample-county';
import { londonDay, midnight } from './london.ts';
import type { Way } from './ways.ts';

const { prue, gideon, tom, grace, dorothea, zara, marcus, kwame } = cast.practitioners;

/** The host, who leads the episode, who works on it, an office; and those who ask, of whom one is related to the family. */
export const PEOPLE = { prue, gideon, tom, grace, dorothea, zara, marcus, kwame } as const;
export type Name = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as Name[];
export const HOST: readonly Name[] = ['prue', 'gideon'];
/** A manager asks, too: nobody of the host answers their own. */
export const ASKERS: readonly Name[] = ['zara', 'marcus', 'kwame', 'gideon'];
/** Those whose agencies have worked with the family before. */
const OF_AGENCIES_WITH_ACCESS: readonly Name[] = ['marcus', 'kwame', 'gideon'];

export type Command = 'query' | 'reply' | 'answer' | 'refuse';
/** A request lapses because time goes by; that is nobody's command. */
export type Move = Command | 'lapse';

/** What may follow what, as the agreements have it; nothing of it is read from the code. */
export const LIFE: Readonly<Record<Move, readonly Way[]>> = {
  query: [['REQUESTED', 'QUERIED']],
  reply: [['QUERIED', 'REQUESTED']],
  answer: ['REQUESTED', 'QUERIED'].map((from) => [from, 'GRANTED']),
  refuse: ['REQUESTED', 'QUERIED'].map((from) => [from, 'REFUSED']),
  lapse: ['REQUESTED', 'QUERIED'].map((from) => [from, 'LAPSED']),
};
export const MOVES = Object.keys(LIFE) as Move[];

export function leadsTo(move: Move, state: string): string | undefined {
  return LIFE[move].find(([from]) => from === state)?.[1];
}

/** A request as the reference remembers it. */
export interface Known {
  readonly id: string;
  readonly asker: Name;
  state: string;
  revision: number;
  /** From when on whoever asked is told. */
  outcomeAt: number;
  decidedAt: number | null;
  query: string | null;
  reply: string | null;
  reasons: string | null;
  isTold: boolean;
  isWiped: boolean;
  /** For which windows a notice went out. */
  readonly noticed: Set<number>;
  /** When the access that came of it ends. */
  accessUntil: number | null;
}

export function isOpen({ state }: Known): boolean {
  return state === 'REQUESTED' || state === 'QUERIED';
}

/** Whether whoever asked is asked something back, and can still answer it. */
function isQuestioned({ state, outcomeAt }: Known, now: number): boolean {
  return state === 'QUERIED' && outcomeAt > now;
}

/** England's bank holidays that a walk can come to. */
const HOLIDAYS = [
  '2026-8-31',
  '2026-12-25',
  '2026-12-28',
  '2027-1-1',
  '2027-3-26',
  '2027-3-29',
  '2027-5-3',
  '2027-5-31',
  '2027-8-30',
];

/** The end of the second working day after a moment. */
export function windowAfter(now: number): number {
  const [year, month, first] = londonDay(now);
  let day = first;
  for (let left = 2; left > 0; ) {
    day += 1;
    const date = new Date(Date.UTC(year, month - 1, day));
    const name = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join('-');
    if (date.getUTCDay() % 6 !== 0 && !HOLIDAYS.includes(name)) left -= 1;
  }
  return midnight(year, month, day + 1);
}

/** Until when a request is kept that nobody decides on: a month after its window. */
export function keptUntil({ outcomeAt }: Known): number {
  const at = new Date(outcomeAt);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 2, 0)).getUTCDate();
  return new Date(outcomeAt).setUTCMonth(at.getUTCMonth() + 1, Math.min(at.getUTCDate(), last));
}

/** What whoever asked is shown of it: that it was received, and after the window the same of all that came to nothing. */
export function shownTo(known: Known, now: number): Readonly<Record<string, unknown>> {
  const { id, state, query, reply, reasons, revision } = known;
  const isOver = known.outcomeAt <= now;
  const isAsked = isQuestioned(known, now);
  const told = isOver && state === 'REFUSED' && known.isTold;
  const waiting = isAsked ? 'QUERIED' : 'RECEIVED';
  const outcome = told ? 'REFUSED' : isOver ? 'NOT_GIVEN' : waiting;
  return {
    request: id,
    state: state === 'GRANTED' ? state : outcome,
    revision: isAsked ? revision : null,
    outcomeAt: new Date(known.outcomeAt).toISOString(),
    query: isOver ? null : query,
    reply: isOver ? null : reply,
    code: told ? 'NOT_NECESSARY' : null,
    reasons: told ? reasons : null,
  };
}

/** Everything that the walk knows. */
export interface World {
  readonly requests: Known[];
  /** When each asker asked. */
  readonly asked: { readonly asker: Name; readonly at: number }[];
}

/** Whether an asker has access now, by what came of their requests. */
export function hasAccess({ requests }: World, asker: Name, now: number): boolean {
  return requests.some((each) => each.asker === asker && (each.accessUntil ?? 0) > now);
}

/** Whether anybody of an asker's agency ever had access to the episode. */
export function knowsOfFamily({ requests }: World, asker: Name): boolean {
  return (
    OF_AGENCIES_WITH_ACCESS.includes(asker) ||
    requests.some((each) => each.asker === asker && each.accessUntil !== null)
  );
}

/** How a step is tried. */
export interface Trying {
  readonly who: Name;
  readonly isStale: boolean;
  readonly endsAt: number;
  readonly now: number;
}

/** The code by which a step is refused; null where it is taken. */
export function refusalOf(
  world: World,
  known: Known,
  move: Command,
  trying: Trying,
): string | null {
  const { who, isStale } = trying;
  const standing = notTheirs(world, known, move, trying);
  if (standing !== null) return standing;
  if (move !== 'reply' && who === known.asker) return 'OWN_ACCESS';
  if (isStale) return 'REVISION_PASSED';
  const isHeldBack = move === 'refuse' && isQuestioned(known, trying.now);
  if (isHeldBack || leadsTo(move, known.state) === undefined) return 'STEP_NOT_POSSIBLE';
  return move === 'answer' && !isGivable(world, known, trying) ? 'GRANT_NOT_POSSIBLE' : null;
}

function notTheirs(world: World, known: Known, move: Command, { who, now }: Trying): string | null {
  if (move === 'reply')
    return who === known.asker && isQuestioned(known, now) ? null : 'RECORD_UNKNOWN';
  if (HOST.includes(who)) return null;
  if (move !== 'answer') return 'ROLE_NOT_PERMITTED';
  if (who === 'tom') return null;
  return who === 'grace' || hasAccess(world, who, now) ? 'NOT_A_GRANTOR' : 'RECORD_UNKNOWN';
}

/** Nobody related to the family is given access, nobody twice, none that is over; a lead gives only the team's. */
function isGivable(world: World, { asker }: Known, { who, endsAt, now }: Trying): boolean {
  if (asker === 'kwame' || hasAccess(world, asker, now) || endsAt <= now) return false;
  return who !== 'tom' || asker !== 'gideon';
}
