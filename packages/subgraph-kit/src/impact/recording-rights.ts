import type { ClassKey, Condition, Coordinate, PolicyChange, Purpose } from '@postern/policy';
import { implies } from '@postern/policy';
import type { CaseCounts } from './impact-run.ts';
import type { MayChange, Side } from './impact-summary.ts';
import { byClass, changedRoles } from './impact-summary.ts';

/**
 * Who may record more, or less, than now: people are those who have the right by their roles and live access, whether or not
 * there is anything to change yet; records are what they could change and could not, or the other way round.
 */
export interface RightSide extends Side {
  /** How many of the people have such a record: the records are theirs. */
  readonly writers: number;
}

/** A field that holders of the same changed roles may record otherwise than now, for one purpose. */
export interface ChangedRight {
  readonly coordinate: Coordinate;
  readonly class: ClassKey;
  readonly roles: readonly string[];
  readonly purpose: Purpose;
  readonly gaining: RightSide;
  readonly losing: RightSide;
  /** Whether the rules let anybody gain or lose the right in any state. */
  readonly may: MayChange;
}

/** Adds up what the accounts answered of a change in recording. An account has one set of roles, and for a purpose one case. */
export function changedRights(
  cases: readonly CaseCounts[],
  change: PolicyChange,
): readonly ChangedRight[] {
  const rights = new Map<string, ChangedRight>();
  for (const each of cases)
    for (const right of rightsIn(each, change)) {
      const key = [right.coordinate, right.purpose, ...right.roles].join(' ');
      const known = rights.get(key);
      rights.set(key, known === undefined ? right : joined(known, right));
    }
  return [...rights.values()];
}

function rightsIn({ of, accounts }: CaseCounts, change: PolicyChange): readonly ChangedRight[] {
  const roles = changedRoles(of.roles, change);
  return of.questions.flatMap(({ probes }, question) =>
    probes.flatMap((probe, index): readonly ChangedRight[] => {
      const { right } = probe;
      if (right === undefined) return [];
      const may = { gain: widens(right.live, right.draft), lose: widens(right.draft, right.live) };
      if (!may.gain && !may.lose) return [];
      const counts = [...accounts.values()].map((each) => each[question] ?? []);
      const side = (which: 0 | 1): RightSide =>
        sideOf(counts.map((each) => each[3 + 2 * index + which] ?? 0));
      const sides = {
        losing: may.lose ? side(0) : NOBODY,
        gaining: may.gain ? side(1) : NOBODY,
      };
      return [...byClass(probe, change)].flatMap(([dataClass, coordinates]) =>
        coordinates.flatMap((coordinate) =>
          of.purposes.map((purpose) => ({
            coordinate,
            class: dataClass,
            roles,
            purpose,
            ...sides,
            may,
          })),
        ),
      );
    }),
  );
}

/** Whether the second condition holds in a state in which the first does not, be it that nobody is in it at this moment. */
function widens(before: Condition, after: Condition): boolean {
  return !implies(after, before);
}

const NOBODY: RightSide = { people: 0, records: 0, writers: 0 };

function sideOf(counts: readonly number[]): RightSide {
  return {
    people: counts.length,
    records: counts.reduce((sum, count) => sum + count, 0),
    writers: counts.filter((count) => count > 0).length,
  };
}

function joined(one: ChangedRight, other: ChangedRight): ChangedRight {
  const sum = (left: RightSide, right: RightSide): RightSide => ({
    people: left.people + right.people,
    records: left.records + right.records,
    writers: left.writers + right.writers,
  });
  return {
    ...one,
    gaining: sum(one.gaining, other.gaining),
    losing: sum(one.losing, other.losing),
    may: { gain: one.may.gain || other.may.gain, lose: one.may.lose || other.may.lose },
  };
}
