import type { Coordinate, DataDictionary } from '../classes/dictionary.ts';
import { coordinate } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { and, conditionKey, not } from '../conditions/simplify.ts';
import type { FieldRule } from '../rules/expand-rule.ts';
import type { Purpose } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { changedPlaces } from './changed-places.ts';
import type { Place, PolicyTable } from './policy-table.ts';
import { tableOf } from './policy-table.ts';
import type { BrokenCase, Decided } from './scenario-cases.ts';
import { brokenCases } from './scenario-cases.ts';

/** What a clause grants or denies, as a rule of the agreement has it, and a draft decides otherwise. */
export interface BrokenScenario {
  readonly clause: string;
  /** The rule of the agreement that it was made from. */
  readonly rule: string;
  readonly role: string;
  readonly outcome: 'granted' | 'denied';
  readonly purposes: readonly Purpose[];
  readonly coordinates: readonly Coordinate[];
  /** Whether the live rules break it, too. */
  readonly already: boolean;
  readonly story: string;
}

/** What makes a scenario of a case. */
interface Broken extends BrokenCase {
  readonly place: Place;
  readonly purposes: readonly Purpose[];
}

/**
 * The scenarios of an agreement that a draft breaks. Where a draft decides in the agreement's own words, nothing is tried.
 * @param titleOf what people call a role
 */
export function brokenScenarios(
  agreementRules: readonly Rule[],
  live: readonly Rule[],
  draft: readonly Rule[],
  dictionary: DataDictionary,
  titleOf: (role: string) => string = (role) => role,
): readonly BrokenScenario[] {
  const tables = [agreementRules, live, draft].map((rules) => tableOf(rules, dictionary));
  const [agreed, was, is] = tables as [PolicyTable, PolicyTable, PolicyTable];
  const tried = new Map<string, readonly BrokenCase[]>();
  const found = new Map<Rule, Broken[]>();
  for (const place of changedPlaces(agreed, is))
    for (const rule of agreed.rulesNaming(place).filter(isGranting))
      for (const [purposes, decided] of decidedAlike(rule, place, agreed, was, is)) {
        const [purpose] = purposes;
        if (purpose === undefined) continue;
        const denied = agreed.deniedTo(rule.rule.role, purpose, place);
        const when = and([rule.when, not(denied)]);
        const key = [when, decided.agreed, decided.live, decided.draft]
          .map(conditionKey)
          .join('\n');
        const cases = tried.get(key) ?? brokenCases(when, decided);
        tried.set(key, cases);
        const ofRule = found.get(rule.rule) ?? [];
        found.set(rule.rule, ofRule);
        ofRule.push(...cases.map((one) => ({ ...one, place, purposes })));
      }
  return [...found].flatMap(([rule, broken]) => scenariosOf(rule, broken, titleOf));
}

// What is everybody's belongs to no role that a scenario could be told of.
function isGranting({ rule }: FieldRule): boolean {
  return rule.effect === 'ALLOW' && rule.role !== '*';
}

/** The rule's purposes by what is decided for them; those that the draft decides in the agreement's words are left out. */
function decidedAlike(
  { rule }: FieldRule,
  place: Place,
  agreed: PolicyTable,
  was: PolicyTable,
  is: PolicyTable,
): readonly (readonly [readonly Purpose[], Decided])[] {
  const all = rule.purposes.map((purpose) => {
    const [first, second, third] = [agreed, was, is].map(
      (table): Condition => table.permittedTo([rule.role], purpose, place),
    ) as [Condition, Condition, Condition];
    return [purpose, { agreed: first, live: second, draft: third }] as const;
  });
  const differing = all.filter(
    ([, { agreed: meant, draft }]) => conditionKey(meant) !== conditionKey(draft),
  );
  const alike = Map.groupBy(differing, ([, { agreed: meant, live, draft }]) =>
    [meant, live, draft].map(conditionKey).join('\n'),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [[group.map(([purpose]) => purpose), first[1]] as const];
  });
}

/** Cases of one rule that differ in the field or the purpose alone are one scenario. */
function scenariosOf(
  rule: Rule,
  broken: readonly Broken[],
  titleOf: (role: string) => string,
): readonly BrokenScenario[] {
  const alike = Map.groupBy(broken, ({ outcome, when, lacking, already }) =>
    JSON.stringify([outcome, when, lacking, already]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { name, clause, role } = rule;
    const coordinates = [
      ...new Set(group.map(({ place: { type, field } }) => coordinate(type, field))),
    ];
    const purposes = [...new Set(group.flatMap((one) => one.purposes))];
    const { outcome, already } = first;
    const story = storyOf(first, clause, titleOf(role), coordinates);
    return [{ clause, rule: name, role, outcome, purposes, coordinates, already, story }];
  });
}

function storyOf(
  { outcome, when, lacking }: BrokenCase,
  clause: string,
  title: string,
  coordinates: readonly Coordinate[],
): string {
  const [first = '', ...more] = coordinates;
  const what = more.length === 0 ? first : `${first} and ${more.length} more`;
  if (when === null)
    return `${clause}: whether a ${title} still reads ${what} as agreed could not be told, the conditions are too many.`;
  const where = when.length === 0 ? '' : ` where ${when.join('; ')}`;
  return outcome === 'granted'
    ? `${clause} grants ${title}: ${what}${where}. The draft does not.`
    : `${clause} denies ${title}: ${what}${where}, but not: ${lacking}. The draft grants it.`;
}
