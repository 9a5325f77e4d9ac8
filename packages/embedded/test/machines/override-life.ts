import { cast } from '@postern/sample-county';

const { callum, ottilie, dorothea, prue, tom, sian } = cast.practitioners;
const { okafor } = cast.families;

/** Two who protect, one of an agency that the family excluded; an officer; and others who may nothing of it. */
export const PEOPLE = { callum, ottilie, dorothea, prue, tom, sian } as const;
export type Name = keyof typeof PEOPLE;
export type Holder = 'callum' | 'ottilie';
export const HOLDERS: readonly Holder[] = ['callum', 'ottilie'];
export const PURPOSES = {
  callum: 'SAFEGUARDING',
  ottilie: 'SAFEGUARDING',
  dorothea: 'ADMINISTRATION',
  prue: 'ADMINISTRATION',
  tom: 'SAFEGUARDING',
  sian: 'SAFEGUARDING',
} as const;
/** Whom overrides name. */
export const PERSONS = [okafor.persons.chidi, okafor.persons.ada] as const;

const HOUR = 3_600_000;
const LONGEST = 72;
/** As the partnership of the walk chose, so that a walk comes by it. */
export const A_DAY = 3;

/** One override as the domain has it: told from its description and from nothing of the code. */
export interface OverrideModel {
  readonly id: string;
  readonly holder: Holder;
  /** Null of an attempt that opened nothing. */
  readonly grant: string | null;
  readonly person: number;
  readonly health: boolean;
  readonly at: number;
  readonly until: number;
  readonly explainBy: number;
  state: string;
  explanation: string;
  revision: number;
  /** Given up, or not upheld, before its time. */
  ended: boolean;
  /** Steps on the record of the override itself, and of the access by it. */
  steps: number;
  grantSteps: number;
  /** How often its access was stepped, which its holder names. */
  grantRevision: number;
  expired: boolean;
}

/** Whether it opens anything at a moment, whoever else has what. */
export function opens({ grant, until, ended }: OverrideModel, now: number): boolean {
  return grant !== null && !ended && now < until;
}

/** An override as it begins. */
export function begun(
  of: Pick<OverrideModel, 'id' | 'holder' | 'grant' | 'person' | 'health' | 'until' | 'state'>,
  now: number,
): OverrideModel {
  const used = of.state === 'USED';
  return {
    ...of,
    at: now,
    explainBy: twoWorkingDaysAfter(now),
    explanation: used ? 'DUE' : 'NOT_DUE',
    revision: 1,
    ended: false,
    expired: false,
    steps: used ? 2 : 1,
    grantSteps: 1,
    grantRevision: 1,
  };
}

/** What becomes of an attempt. */
export function outcomeOf(
  tried: readonly OverrideModel[],
  given: { readonly hours: number | null; readonly found: boolean },
  now: number,
): 'ARGUMENT_INVALID' | 'LIMITED' | 'NO_MATCH' | 'USED' {
  if (given.hours !== null && given.hours > LONGEST) return 'ARGUMENT_INVALID';
  // What was limited asked nothing of anybody, and puts nothing off.
  const lately = tried.filter(({ state, at }) => state !== 'LIMITED' && at > now - 24 * HOUR);
  if (lately.length >= A_DAY) return 'LIMITED';
  return given.found ? 'USED' : 'NO_MATCH';
}

export const endOf = (now: number, hours: number | null): number => now + (hours ?? 24) * HOUR;

/** Which explanations lead where; whatever is not here leads nowhere. */
export const EXPLAINED: Readonly<Record<'TELL' | 'WITHHOLD', string>> = {
  TELL: 'TOLD',
  WITHHOLD: 'NOT_TOLD',
};
export const IS_OPEN = ['DUE', 'OVERDUE'];

/** Who explains it: whoever took it, unless it opened a family that they turn out to be related to; then the officer. */
export function explainerOf({ holder, grant }: OverrideModel, related: ReadonlySet<Holder>): Name {
  return grant !== null && related.has(holder) ? 'dorothea' : holder;
}

/** Every way there is. */
export const WAYS: readonly string[] = [
  ...['USED', 'NO_MATCH', 'LIMITED'].map((state) => `begun ${state}`),
  ...['UPHELD', 'NOT_UPHELD'].map((state) => `USED ${state}`),
  'DUE OVERDUE',
  ...IS_OPEN.flatMap((from) => Object.values(EXPLAINED).map((to) => `${from} ${to}`)),
  ...['given up', 'over', 'explained by an officer'],
];

/** Midnight in London at the end of the second working day after a moment . */
export function twoWorkingDaysAfter(now: number): number {
  const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
  let day = new Date(`${london.format(now)}T12:00:00Z`);
  for (let counted = 0; counted < 2; ) {
    day = new Date(day.getTime() + 24 * HOUR);
    const free = [0, 6].includes(day.getUTCDay()) || FREE.includes(london.format(day));
    if (!free) counted += 1;
  }
  const next = new Date(`${london.format(day.getTime() + 24 * HOUR)}T00:00:00Z`).getTime();
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return next - Number(clock.format(next)) * HOUR;
}
/** Bank holidays of England and Wales that a walk may come by: those that are on weekdays. */
const FREE = [
  ...['2026-08-31', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30'],
  ...['2027-12-27', '2027-12-28', '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01'],
  ...['2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26', '2029-01-01', '2029-03-30'],
  ...['2029-04-02', '2029-05-07', '2029-05-28', '2029-08-27', '2029-12-25', '2029-12-26'],
  ...['2030-01-01', '2030-04-19', '2030-04-22', '2030-05-06', '2030-05-27', '2030-08-26'],
  ...['2030-12-25', '2030-12-26', '2031-01-01', '2031-04-11', '2031-04-14', '2031-05-05'],
  ...['2031-05-26', '2031-08-25', '2031-12-25', '2031-12-26', '2032-01-01', '2032-03-26'],
  ...['2032-03-29', '2032-05-03', '2032-05-31', '2032-08-30', '2032-12-27', '2032-12-28'],
  ...['2033-01-03', '2033-04-15', '2033-04-18', '2033-05-02', '2033-05-30', '2033-08-29'],
  ...['2033-12-26', '2033-12-27'],
];
