import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import type { Asking } from '../county-fixture.ts';

const { tom, grace, niamh, prue, rhona } = cast.practitioners;
const { ngozi: account } = cast.familyAccounts;
const { okafor } = cast.families;
const { ngozi, emeka, amara, chidi, ada } = okafor.persons;

/** Two parents, a fifteen-year-old who was found competent, and two small children of both. */
export const MEMBERS = { ngozi, emeka, amara, chidi, ada } as const;
export type Member = keyof typeof MEMBERS;
export const NAMES = Object.keys(MEMBERS) as Member[];
export const PARENTS: readonly Member[] = ['ngozi', 'emeka'];
const SMALL: readonly Member[] = ['chidi', 'ada'];
export const isSmall = (who: Member): boolean => SMALL.includes(who);

/** Two agencies that work with the family, by a worker of each. */
export const AGENCIES = ['school', 'clinic'] as const;
export type AgencyName = (typeof AGENCIES)[number];

/** One who works with the family, of each agency. */
export const WORKERS = { school: grace, clinic: niamh } as const;
/** Whoever tries something, and what they state as the purpose. */
export const ASKERS: Readonly<Record<string, readonly [Asking, Purpose]>> = {
  lead: [tom, 'COORDINATE_SUPPORT'],
  host: [prue, 'ADMINISTRATION'],
  worker: [grace, 'COORDINATE_SUPPORT'],
  stranger: [rhona, 'COORDINATE_SUPPORT'],
  family: [account, 'RIGHTS'],
};

/** One person's part, as the domain has it; told apart from the code. */
export interface PartModel {
  state: string;
  agrees: boolean;
}

/** What somebody keeps from an agency: all of themselves, or their contact details. */
export interface KeptModel {
  readonly agency: AgencyName;
  readonly of: Member | 'ALL';
  readonly details: boolean;
  readonly askedBy: readonly Member[];
  id: string;
}

/** What the reference knows of the family. */
export interface World {
  readonly parts: Readonly<Record<Member, PartModel>>;
  /** Whose word stands for whom; before anybody gave one for a child, every parent speaks for it. */
  readonly words: Map<Member, Set<Member>>;
  readonly kept: KeptModel[];
  /** Whether the agencies' workers hold their access still. */
  readonly access: Set<AgencyName>;
  status: string;
  revision: number;
}

export function beginning(): World {
  const part = (): PartModel => ({ state: 'SIGNED', agrees: true });
  return {
    parts: { ngozi: part(), emeka: part(), amara: part(), chidi: part(), ada: part() },
    words: new Map([
      ['ngozi', new Set<Member>(['ngozi'])],
      ['emeka', new Set<Member>(['emeka'])],
      ['amara', new Set<Member>(['amara'])],
    ]),
    kept: [],
    access: new Set(AGENCIES),
    status: 'SIGNED_WITH_EXCLUSIONS',
    revision: 1,
  };
}

/** From where a step may be taken, by what the domain says. */
const FROM: Readonly<Record<string, readonly string[]>> = {
  explain: ['NOT_DISCUSSED', 'NOTICE_EXPLAINED', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED', 'LAPSED'],
  offer: ['NOTICE_EXPLAINED'],
  sign: ['OFFERED', 'PARTIAL', 'SIGNED', 'SIGNED_WITH_EXCLUSIONS'],
  decline: ['NOT_DISCUSSED', 'NOTICE_EXPLAINED', 'OFFERED', 'PARTIAL', 'SUPERSEDED'],
  withdraw: ['OFFERED', 'PARTIAL', 'SIGNED', 'SIGNED_WITH_EXCLUSIONS', 'SUPERSEDED'],
  askAgain: ['OFFERED', 'PARTIAL', 'SIGNED', 'SIGNED_WITH_EXCLUSIONS'],
};
export function may(move: string, { state }: PartModel): boolean {
  return FROM[move]?.includes(state) === true;
}

export function hasKept(world: World, who: Member): boolean {
  return world.kept.some(({ askedBy }) => askedBy.includes(who));
}

/** Whether somebody agrees, or is asked whether they do. */
export function isInvolved({ parts }: World, who: Member): boolean {
  return parts[who].agrees || ['OFFERED', 'PARTIAL'].includes(parts[who].state);
}

/** Those from whom an agency is kept where these ask for it: nobody else speaks for them. */
export function bound(world: World, asking: readonly Member[]): readonly Member[] {
  const involved = NAMES.filter((name) => isInvolved(world, name));
  return involved.filter((name) => {
    if (!isSmall(name)) return asking.includes(name);
    const words = [...(world.words.get(name) ?? []), ...PARENTS];
    const speakers = words.filter((one) => isInvolved(world, one));
    return speakers.length > 0 && speakers.every((one) => asking.includes(one));
  });
}

/** Why nobody of these may keep details of somebody; null where they may. */
export function wrongDetails(
  world: World,
  askedBy: readonly Member[],
  about: Member,
): string | null {
  if (askedBy.length > 1) return 'ARGUMENT_INVALID';
  return bound(world, askedBy).includes(about) ? null : 'DETAILS_NOT_THEIRS';
}

/** Whoever spoke for somebody says nothing more for them; children for whom nobody is left are let go. */
export function silence(world: World, who: Member, becomes: string): void {
  for (const words of world.words.values()) words.delete(who);
  world.words.set(who, new Set());
  for (const child of [...SMALL, 'amara'] as Member[]) {
    const part = world.parts[child];
    if (!part.agrees || child === who) continue;
    const words = world.words.get(child);
    const isLeft =
      words === undefined ? PARENTS.some((each) => world.parts[each].agrees) : words.size > 0;
    if (!isLeft) Object.assign(part, { state: becomes, agrees: false });
  }
}

const WAITING = ['NOT_DISCUSSED', 'NOTICE_EXPLAINED', 'OFFERED', 'PARTIAL'];
const OTHERWISE = ['PARTIAL', 'OFFERED', 'NOTICE_EXPLAINED', 'WITHDRAWN', 'DECLINED', 'LAPSED'];
const SIGNED = ['SIGNED', 'SIGNED_WITH_EXCLUSIONS'];

/** Where the agreement stands by its parts; when nobody agrees after somebody did by withdrawing, access is over. */
export function settle(world: World, standingExclusions: boolean): void {
  const was = SIGNED.includes(world.status);
  const parts = NAMES.map((name) => world.parts[name]);
  const isWaiting = parts.some(({ agrees, state }) => !agrees && WAITING.includes(state));
  if (parts.some(({ agrees }) => agrees))
    world.status =
      isWaiting && !was ? 'PARTIAL' : standingExclusions ? 'SIGNED_WITH_EXCLUSIONS' : 'SIGNED';
  else
    world.status =
      OTHERWISE.find((state) => parts.some((part) => part.state === state)) ?? 'NOT_DISCUSSED';
  if (was && world.status === 'WITHDRAWN') world.access.clear();
  world.revision += 1;
}

/** Whom a worker of an agency reaches: whoever agrees and keeps it from themselves in no way; nobody where it is kept from all. */
export function reached(world: World, agency: AgencyName): readonly Member[] {
  if (!world.access.has(agency) || !SIGNED.includes(world.status)) return [];
  const whole = world.kept.filter((each) => each.agency === agency && !each.details);
  if (whole.some(({ of }) => of === 'ALL')) return [];
  return NAMES.filter((name) => world.parts[name].agrees && !whole.some(({ of }) => of === name));
}

/** Whether an agency may know how somebody is reached by telephone. */
export function knowsContact(world: World, agency: AgencyName, who: Member): boolean {
  return (
    reached(world, agency).includes(who) &&
    !world.kept.some((each) => each.agency === agency && each.details && each.of === who)
  );
}

const member = fc.constantFrom<Member>(...NAMES);
const adult = fc.constantFrom<Member>('ngozi', 'emeka', 'amara');
const agency = fc.constantFrom<AgencyName>(...AGENCIES);
const by = fc.constantFrom('lead', 'lead', 'lead', 'lead', 'host', 'worker', 'stranger');

/** One step of a walk. */
export type Step =
  | { readonly kind: 'EXPLAIN' | 'OFFER' | 'DECLINE'; readonly by: string; readonly who: Member }
  | {
      readonly kind: 'SIGN';
      readonly by: string;
      readonly who: Member;
      readonly person: Member;
      readonly stale: boolean;
    }
  | { readonly kind: 'WITHDRAW'; readonly by: string; readonly who: Member; readonly own: boolean }
  | {
      readonly kind: 'EXCLUDE';
      readonly by: string;
      readonly agency: AgencyName;
      readonly askedBy: readonly Member[];
      readonly about: Member;
      readonly details: boolean;
      readonly viable: boolean;
    }
  | { readonly kind: 'READMIT'; readonly by: string; readonly pick: number }
  | { readonly kind: 'ROUND'; readonly who: Member };

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('EXPLAIN' as const, 'OFFER' as const),
      by,
      who: member,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('DECLINE' as const), by, who: member }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('SIGN' as const),
      by,
      who: adult,
      person: member,
      stale: fc.constantFrom(false, false, false, false, false, true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('WITHDRAW' as const),
      by,
      who: member,
      own: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('EXCLUDE' as const),
      by,
      agency,
      askedBy: fc.uniqueArray(adult, { minLength: 1, maxLength: 3 }),
      about: member,
      details: fc.boolean(),
      viable: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('READMIT' as const), by, pick: fc.nat(9) }),
  },
  // Somebody is told, asked and signs, one after another: otherwise a walk ends where nobody agrees.
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ROUND' as const), who: adult }) },
);

const lead = 'lead';
const asked = (who: Member): readonly Step[] => [
  { kind: 'EXPLAIN', by: lead, who },
  { kind: 'OFFER', by: lead, who },
];
const signs = (who: Member, person: Member = who): Step => ({
  kind: 'SIGN',
  by: lead,
  who,
  person,
  stale: false,
});
const keepsOut = (who: Member, viable: boolean): Step => ({
  kind: 'EXCLUDE',
  by: lead,
  agency: 'school',
  askedBy: [who],
  about: who,
  details: false,
  viable,
});
const withdraws = (who: Member): Step => ({ kind: 'WITHDRAW', by: lead, who, own: false });

/** Every way that there is, one after another, before steps are drawn. */
export const EVERY_WAY: readonly Step[] = [
  ...[withdraws('ngozi'), ...asked('ngozi'), signs('ngozi'), keepsOut('ngozi', true)],
  ...[{ kind: 'READMIT' as const, by: lead, pick: 0 }, keepsOut('ngozi', true), withdraws('ngozi')],
  ...[...asked('ngozi'), signs('ngozi'), keepsOut('ngozi', false)],
  ...[{ kind: 'DECLINE' as const, by: lead, who: 'ngozi' as const }],
  ...[withdraws('amara'), ...asked('amara'), signs('emeka', 'amara'), signs('amara')],
  ...[keepsOut('amara', false), signs('amara'), { kind: 'READMIT' as const, by: lead, pick: 0 }],
  { kind: 'ROUND', who: 'ngozi' },
];
