import type { ClassKey } from '../classes/data-class.ts';
import type { Coordinate, DataDictionary } from '../classes/dictionary.ts';
import { coordinate } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { atomsOf } from '../conditions/substitute.ts';
import { instantiate } from '../conditions/template.ts';
import { OF_THE_WHOLE_FAMILY } from '../law/named-persons.ts';
import type { Rule } from './rule.ts';

/** A rule for one field of one type, its condition's arguments filled in. */
export interface FieldRule {
  readonly rule: Rule;
  readonly type: string;
  readonly field: string;
  readonly when: Condition;
}

const expanded = new WeakMap<Rule, WeakMap<DataDictionary, readonly FieldRule[]>>();

/**
 * Lists a rule field by field, so that CASL never has to decide on a type alone or on a wildcard; once for each rule, which
 * every set of roles and every purpose draws on.
 */
export function expandRule(rule: Rule, dictionary: DataDictionary): readonly FieldRule[] {
  const ofRule = expanded.get(rule) ?? new WeakMap<DataDictionary, readonly FieldRule[]>();
  expanded.set(rule, ofRule);
  const known = ofRule.get(dictionary) ?? expand(rule, dictionary);
  ofRule.set(dictionary, known);
  return known;
}

function expand(rule: Rule, dictionary: DataDictionary): readonly FieldRule[] {
  const types = rule.resource === '*' ? [...dictionary.keys()] : [rule.resource];
  const conditionFor = conditionsOf(rule);
  return types.flatMap((type) =>
    [...(dictionary.get(type) ?? [])]
      .filter(([field, dataClass]) => coversField(rule, field, dataClass))
      .map(([field, dataClass]) => ({
        rule,
        type,
        field,
        when: conditionFor(dataClass, coordinate(type, field)),
      })),
  );
}

/**
 * A rule's condition for a field; fields of a class share one, unless it takes their own names, and those that are of the
 * whole family have theirs.
 */
function conditionsOf({
  role,
  effect,
  when,
}: Rule): (dataClass: ClassKey, of: Coordinate) => Condition {
  const shared = { wide: new Map<ClassKey, Condition>(), any: new Map<ClassKey, Condition>() };
  return (dataClass, of) => {
    const alike = shared[OF_THE_WHOLE_FAMILY.has(of) ? 'wide' : 'any'];
    const known = alike.get(dataClass);
    if (known !== undefined) return known;
    const condition = instantiate(when, { role, effect, class: dataClass, coordinate: of });
    if (!atomsOf(condition).some((atom) => 'coordinate' in atom)) alike.set(dataClass, condition);
    return condition;
  };
}

function coversField(rule: Rule, field: string, dataClass: string): boolean {
  switch (rule.covers.kind) {
    case 'EVERYTHING':
      return true;
    case 'FIELDS':
      return rule.covers.fields.includes(field);
    case 'CLASSES':
      return rule.covers.classes.some((covered) => covered === dataClass);
  }
}
