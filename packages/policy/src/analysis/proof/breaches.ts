import type { ClassKey } from '../../classes/data-class.ts';
import type { Condition } from '../../conditions/condition.ts';
import { and, conditionKey, not } from '../../conditions/simplify.ts';
import type { FieldRule } from '../../rules/expand-rule.ts';
import type { Purpose } from '../../rules/purpose.ts';
import { combinationInWords } from '../../words/combination-in-words.ts';
import type { Place, PolicyTable } from '../policy-table.ts';
import type { CitedRule } from '../reach.ts';
import { opening } from '../reach.ts';
import type { Combination } from '../solver/combinations.ts';
import { combinationsOf, conditionOf } from '../solver/combinations.ts';
import { inSingleTests, singleTestsOf } from '../solver/single-tests.ts';
import { implication } from '../solver/solver.ts';

/** Which decisions are looked at, and what has to be so wherever they release. */
export interface Demand {
  readonly role: string;
  readonly purposes: readonly Purpose[];
  readonly places: readonly Place[];
  /** The rules that count for the role. */
  readonly counts: (rule: FieldRule) => boolean;
  readonly must: (dataClass: ClassKey) => Condition;
}

/** Fields of one role that are released, for these purposes, where they must not be. */
export interface Breach {
  readonly role: string;
  readonly purposes: readonly Purpose[];
  readonly places: readonly Place[];
  readonly rules: readonly CitedRule[];
  /** What is enough for it, in English; null where that was too large a question. */
  readonly when: readonly string[] | null;
}

/**
 * Where a demand is not met. What is taken away from everybody is left out of the question: it only makes less be released.
 */
export function breachesOf(policy: PolicyTable, demand: Demand): readonly Breach[] {
  const known = new Map<string, Found | null>();
  const found = demand.places.flatMap((place) =>
    decisionsOn(policy, place, demand).flatMap(({ rules, purposes, dataClass }) => {
      const released = policy.released(rules);
      const key = `${dataClass} ${conditionKey(released)}`;
      const breach =
        known.get(key) ?? (known.has(key) ? null : broken(released, demand.must(dataClass)));
      known.set(key, breach);
      return breach === null
        ? []
        : [{ place, purposes, ...breach, rules: cited(rules, breach.state) }];
    }),
  );
  return grouped(demand.role, found);
}

/** The rules that count on a field; purposes for which the same ones apply are decided together. */
function decisionsOn(
  policy: PolicyTable,
  place: Place,
  { purposes, counts }: Demand,
): readonly {
  readonly rules: readonly FieldRule[];
  readonly purposes: readonly Purpose[];
  readonly dataClass: ClassKey;
}[] {
  const dataClass = policy.dictionary.get(place.type)?.get(place.field);
  const counting = policy.rulesNaming(place).filter(counts);
  if (dataClass === undefined || counting.length === 0) return [];
  const applying = (purpose: Purpose): readonly FieldRule[] =>
    counting.filter(({ rule }) => rule.purposes.includes(purpose));
  const alike = Map.groupBy(purposes, (purpose) =>
    counting.map(({ rule }) => (rule.purposes.includes(purpose) ? 1 : 0)).join(''),
  );
  return [...alike.values()].map((group) => ({
    rules: group[0] === undefined ? [] : applying(group[0]),
    purposes: group,
    dataClass,
  }));
}

interface Found {
  readonly state: Condition;
  readonly when: readonly string[] | null;
}

function broken(released: Condition, must: Condition): Found | null {
  if (implication(released, must) === 'PROVED') return null;
  const [shortest] = combinationsOf(and([released, not(must)])) ?? [];
  if (shortest === undefined) return { state: released, when: null };
  const needless = new Set(singleTestsOf(inSingleTests(must)).map(conditionKey));
  const told: Combination = shortest.filter(({ test }) => !needless.has(conditionKey(test)));
  return { state: conditionOf(shortest), when: combinationInWords(told) };
}

function cited(rules: readonly FieldRule[], state: Condition): readonly CitedRule[] {
  const allowing = rules.filter(({ rule }) => rule.effect === 'ALLOW');
  return opening(allowing, state).map(({ rule: { name, clause } }) => ({ name, clause }));
}

/** Breaches that differ in the field or the purpose alone are one. */
function grouped(
  role: string,
  found: readonly (Found & {
    readonly place: Place;
    readonly purposes: readonly Purpose[];
    readonly rules: readonly CitedRule[];
  })[],
): readonly Breach[] {
  const alike = Map.groupBy(found, ({ rules, when }) => JSON.stringify([rules, when]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const places = new Map(group.map(({ place }) => [`${place.type}.${place.field}`, place]));
    return [
      {
        role,
        purposes: [...new Set(group.flatMap(({ purposes }) => purposes))],
        places: [...places.values()],
        rules: first.rules,
        when: first.when,
      },
    ];
  });
}
