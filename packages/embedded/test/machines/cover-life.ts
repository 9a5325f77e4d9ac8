import { cast } from '@postern/sample-county';
import type { Way } from './ways.ts';

const { prue, gideon, tom, grace, niamh, joel, marcus, hal } = cast.practitioners;

/** The host, who leads, who is of a school, and those of one trust; one of them never accepted the terms. */
export const PEOPLE = { prue, gideon, tom, grace, niamh, joel, marcus, hal } as const;
export type Name = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as Name[];
/** Everybody who is let in. */
export const ACTORS = NAMES.filter((name) => name !== 'hal');
export const HOST: readonly Name[] = ['prue', 'gideon'];
/** Who of the host turns out to be related to a family, and to no longer be. */
export const RELATED: Name = 'prue';
/** Who offers to cover; those of the host offer, too, and then do not decide. */
export const ASKERS: readonly Name[] = ['joel', 'niamh', 'marcus', 'grace', 'prue', 'tom'];
export const COLLEAGUES: readonly Name[] = ['niamh', 'joel', 'marcus', 'hal', 'grace', 'gideon'];
/** Whose covering is read after every step. */
export const READERS: readonly Name[] = ['joel', 'niamh', 'marcus'];

/** Whom somebody may cover: colleagues of their own agency. */
export function coverable(by: Name): readonly Name[] {
  return COLLEAGUES.filter(
    (each) => each !== by && PEOPLE[each].agency.id === PEOPLE[by].agency.id,
  );
}

export type Decision = 'GRANT' | 'REFUSE';

/** What may follow what, as the agreements have it; nothing of it is read from the code. */
export const LIFE: Readonly<Record<Decision, readonly Way[]>> = {
  GRANT: [['REQUESTED', 'GRANTED']],
  REFUSE: [['REQUESTED', 'REFUSED']],
};

export function leadsTo(decision: Decision, state: string): string | undefined {
  return LIFE[decision].find(([from]) => from === state)?.[1];
}

/** Access of the county that somebody works with. */
export interface Work {
  readonly grant: string;
  readonly who: Name;
  readonly episode: string;
  readonly family: string;
  readonly role: string;
  readonly status: string;
}

/** Access to one episode that came of covering. */
export interface Covering {
  readonly grant: string;
  readonly who: Name;
  readonly episode: string;
  readonly role: string;
  readonly until: number;
}

/** An offer as the reference remembers it. */
export interface Known {
  readonly id: string;
  readonly asker: Name;
  readonly colleague: Name;
  readonly until: number;
  state: string;
  revision: number;
}

/** Everything that the walk knows. */
export interface World {
  /** Of the county itself: who works with whom, in which roles, and what each may read without any covering. */
  readonly work: readonly Work[];
  readonly roles: Readonly<Partial<Record<Name, readonly string[]>>>;
  readonly own: Readonly<Partial<Record<Name, readonly string[]>>>;
  readonly offers: Known[];
  readonly coverings: Covering[];
  /** The family with which one of the host is related. */
  related: string | null;
}

/** In which states of an episode a role of these works; a manager’s always does. */
const OPEN = ['OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING'];
const WORKS: Readonly<Record<string, readonly string[]>> = {
  TAF_MEMBER: OPEN,
  LEAD_PROFESSIONAL: [...OPEN, 'STEPPED_UP'],
};

/** What stands against giving somebody a colleague's access, all of it. */
export function standsAgainst(
  world: World,
  { asker, until }: Known,
  { episode, role, status }: Work,
  now: number,
): readonly string[] {
  const holds = world.roles[asker]?.includes(role) === true;
  const opens = WORKS[role]?.includes(status) ?? true;
  const has = [...world.work, ...liveCoverings(world, now)].some(
    (each) => each.who === asker && each.episode === episode && each.role === role,
  );
  return [
    ...(holds ? [] : ['ROLE_NOT_HELD']),
    ...(opens ? [] : ['EPISODE_NOT_OPEN']),
    ...(until > now ? [] : ['ENDS_IN_THE_PAST']),
    ...(has ? ['ALREADY_GRANTED'] : []),
  ];
}

/** Whether somebody of the host is related to whom an offer is about. */
export function isAboutRelated({ work, related }: World, { colleague }: Known): boolean {
  return work.some(({ who, family }) => who === colleague && family === related);
}

export function liveCoverings({ coverings }: World, now: number): readonly Covering[] {
  return coverings.filter(({ until }) => until > now);
}

/** Everything that somebody finds: what they always do, and what they cover now. */
export function findable(world: World, who: Name, now: number): readonly string[] {
  const covered = liveCoverings(world, now).filter((each) => each.who === who);
  return [...new Set([...(world.own[who] ?? []), ...covered.map(({ episode }) => episode)])].sort();
}

/** The state that access has by the time that is left of it. */
export function stateOf({ until }: Covering, now: number): string {
  if (until <= now) return 'EXPIRED';
  return until - 14 * 86_400_000 <= now ? 'EXPIRING' : 'GRANTED';
}

/** Why somebody cannot offer; null where they can. */
export function offerRefused(
  asker: Name,
  colleague: Name,
  until: number,
  { now, latest }: { readonly now: number; readonly latest: number },
): string | null {
  if (!coverable(asker).includes(colleague)) return 'RECORD_UNKNOWN';
  return until <= now || until > latest ? 'GRANT_NOT_POSSIBLE' : null;
}

/** Somebody's try at a decision, which may be of what has passed. */
export interface Trial {
  readonly decision: Decision;
  readonly who: Name;
  readonly isStale: boolean;
}

/** The code by which a decision is refused; null where it is taken. */
export function decisionRefused(
  world: World,
  known: Known,
  { decision, who, isStale }: Trial,
): string | null {
  const { asker, colleague, state } = known;
  if (!HOST.includes(who)) return 'ROLE_NOT_PERMITTED';
  if (who === RELATED && isAboutRelated(world, known)) return 'RECORD_UNKNOWN';
  if ([asker, colleague].includes(who)) return 'OWN_ACCESS';
  if (isStale) return 'REVISION_PASSED';
  return leadsTo(decision, state) === undefined ? 'STEP_NOT_POSSIBLE' : null;
}
