import type { ClassKey, Condition, Coordinate, PolicyChange, Purpose, Rule } from '@postern/policy';
import { and, expandRule, implies } from '@postern/policy';
import type { CaseCounts } from './impact-run.ts';
import type { Probe } from './rows-question.ts';

/** People, and their records: a record that two people see counts twice. */
export interface Side {
  readonly people: number;
  readonly records: number;
}

/** Fields that change alike for holders of the same changed roles. Of several purposes each person counts with the one that changes most. */
export interface ImpactLine {
  readonly coordinates: readonly Coordinate[];
  readonly class: ClassKey;
  readonly roles: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly gaining: Side;
  readonly losing: Side;
  /** Whether the rules let anybody gain or lose them in any state, be it that nobody is in it: no fact of anybody is in this. */
  readonly may: MayChange;
}

export interface MayChange {
  readonly gain: boolean;
  readonly lose: boolean;
}

/** A special-category or offence field that the draft opens to somebody, and when. */
export interface NewlyReachable {
  readonly coordinate: Coordinate;
  readonly class: ClassKey;
  readonly roles: readonly string[];
  /** When the draft's rules give it, in words. */
  readonly condition: string;
  /** Who sees more records' than now, at this moment. */
  readonly people: number;
}

/** One account, with the records of which it sees more or less. */
export interface PersonImpact {
  readonly account: string;
  readonly gaining: number;
  readonly losing: number;
}

/** What a draft would change, in numbers. */
export interface ImpactSummary {
  readonly gaining: Side;
  readonly losing: Side;
  /** How many fields somebody sees on more or on fewer records. */
  readonly coordinates: number;
  readonly lines: readonly ImpactLine[];
  /** Those whom it touches most come first. */
  readonly people: readonly PersonImpact[];
  readonly newlyReachable: readonly NewlyReachable[];
}

/** Adds up what the accounts answered. */
export function summarise(
  cases: readonly CaseCounts[],
  change: PolicyChange,
  inWords: (rule: Rule) => string,
): ImpactSummary {
  const lines = linesOf(cases, change);
  const people = peopleOf(cases);
  const side = (of: 'gaining' | 'losing'): Side => ({
    people: people.filter((person) => person[of] > 0).length,
    records: people.reduce((sum, person) => sum + person[of], 0),
  });
  return {
    gaining: side('gaining'),
    losing: side('losing'),
    coordinates: new Set(
      lines
        .filter(({ gaining, losing }) => gaining.people + losing.people > 0)
        .flatMap(({ coordinates }) => coordinates),
    ).size,
    lines: lines.toSorted((a, b) => weightOf(b) - weightOf(a)),
    people,
    newlyReachable: newlyReachable(cases, change, inWords),
  };
}

function weightOf({ gaining, losing }: ImpactLine): number {
  return gaining.records + losing.records;
}

function linesOf(cases: readonly CaseCounts[], change: PolicyChange): readonly ImpactLine[] {
  const lines = new Map<string, ImpactLine>();
  for (const { of, accounts } of cases) {
    const roles = changedRoles(of.roles, change);
    of.questions.forEach(({ probes }, question) => {
      probes.forEach((probe, index) => {
        const [losing, gaining] = [0, 1].map((which) =>
          sideOf(
            [...accounts.values()].map((counts) => counts[question]?.[3 + 2 * index + which] ?? 0),
          ),
        );
        if (losing === undefined || gaining === undefined) return;
        for (const [dataClass, coordinates] of byClass(probe, change)) {
          const key = [dataClass, ...coordinates, ...roles, ...of.purposes].join(' ');
          const known = lines.get(key);
          lines.set(key, {
            coordinates,
            class: dataClass,
            roles,
            purposes: of.purposes,
            gaining: added(known?.gaining, gaining),
            losing: added(known?.losing, losing),
            may: {
              gain: (known?.may.gain ?? false) || opens(probe),
              lose: (known?.may.lose ?? false) || closes(probe),
            },
          });
        }
      });
    });
  }
  return [...lines.values()];
}

export function byClass(
  { coordinates }: Probe,
  { dictionary }: PolicyChange,
): ReadonlyMap<ClassKey, readonly Coordinate[]> {
  return Map.groupBy(coordinates, (coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    return dictionary.get(type)?.get(field) ?? 'OPERATIONAL';
  });
}

function sideOf(counts: readonly number[]): Side {
  return {
    people: counts.filter((count) => count > 0).length,
    records: counts.reduce((sum, count) => sum + count, 0),
  };
}

function added(known: Side | undefined, more: Side): Side {
  return {
    people: (known?.people ?? 0) + more.people,
    records: (known?.records ?? 0) + more.records,
  };
}

/** Of the purposes of one person the one that changes most counts, for what is gained and what is lost by itself. */
function peopleOf(cases: readonly CaseCounts[]): readonly PersonImpact[] {
  const people = new Map<string, PersonImpact>();
  for (const { accounts } of cases)
    for (const [account, counts] of accounts) {
      const losing = counts.reduce((sum, [, lost = 0]) => sum + lost, 0);
      const gaining = counts.reduce((sum, [, , gained = 0]) => sum + gained, 0);
      if (losing + gaining === 0) continue;
      const known = people.get(account);
      people.set(account, {
        account,
        losing: Math.max(losing, known?.losing ?? 0),
        gaining: Math.max(gaining, known?.gaining ?? 0),
      });
    }
  return [...people.values()].sort(
    (a, b) => b.gaining + b.losing - a.gaining - a.losing || (a.account < b.account ? -1 : 1),
  );
}

const SPECIAL = /^(SPECIAL_CATEGORY|CRIMINAL_OFFENCE)/;

/** Whether the draft shows the fields in some state in which they are not shown now, be it that nobody is in it at this moment. */
function opens(probe: Probe): boolean {
  const [before, after] = wholes(probe);
  return !implies(after, before);
}

/** Whether the draft withholds the fields in some state in which they are shown now. */
function closes(probe: Probe): boolean {
  const [before, after] = wholes(probe);
  return !implies(before, after);
}

/** Each probe's once: a preview is summed up whenever somebody asks. */
const wholeOf = new WeakMap<Probe, readonly [before: Condition, after: Condition]>();

function wholes(probe: Probe): readonly [before: Condition, after: Condition] {
  const { live, draft, through } = probe;
  const whole = wholeOf.get(probe) ?? [
    and([...live, ...(through === null ? [] : [through.live])]),
    and([...draft, ...(through === null ? [] : [through.draft])]),
  ];
  wholeOf.set(probe, whole);
  return whole;
}

function newlyReachable(
  cases: readonly CaseCounts[],
  change: PolicyChange,
  inWords: (rule: Rule) => string,
): readonly NewlyReachable[] {
  const opened = new Map<
    string,
    { dataClass: ClassKey; roles: Set<string>; accounts: Set<string> }
  >();
  for (const { of, accounts } of cases)
    of.questions.forEach(({ probes }, question) => {
      probes.forEach((probe, index) => {
        const special = [...byClass(probe, change)].filter(([dataClass]) =>
          SPECIAL.test(dataClass),
        );
        if (special.length === 0 || !opens(probe)) return;
        const gaining = [...accounts]
          .filter(([, counts]) => (counts[question]?.[4 + 2 * index] ?? 0) > 0)
          .map(([account]) => account);
        for (const [dataClass, coordinates] of special) {
          for (const coordinate of coordinates) {
            const known = opened.get(coordinate) ?? {
              dataClass,
              roles: new Set(),
              accounts: new Set(),
            };
            for (const role of changedRoles(of.roles, change)) known.roles.add(role);
            for (const account of gaining) known.accounts.add(account);
            opened.set(coordinate, known);
          }
        }
      });
    });
  return [...opened].map(([coordinate, { dataClass, roles, accounts }]) => ({
    coordinate: coordinate as Coordinate,
    class: dataClass,
    roles: [...roles].sort(),
    condition: [...new Set(rulesGiving(change, coordinate, roles).map(inWords))].join('; or '),
    people: accounts.size,
  }));
}

/** The draft's rules that give the roles a field. */
function rulesGiving(
  { draft, dictionary }: PolicyChange,
  coordinate: string,
  roles: ReadonlySet<string>,
): readonly Rule[] {
  const [type = '', field = ''] = coordinate.split('.');
  return draft.filter(
    (rule) =>
      rule.action === 'read' &&
      rule.effect === 'ALLOW' &&
      rule.resource === type &&
      (rule.role === '*' || roles.has(rule.role)) &&
      expandRule(rule, dictionary).some((each) => each.field === field),
  );
}

export function changedRoles(roles: readonly string[], change: PolicyChange): readonly string[] {
  const changed = roles.filter((role) => change.roles.has(role));
  return changed.length > 0 ? changed : roles;
}
