import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { Action, Condition, DataDictionary, PredicateName } from '@postern/policy';
import { expandRule, NEVER, or, parseRule, substitute } from '@postern/policy';

/** The condition under which a role's own rules release each coordinate, or let it be recorded; one that is missing is nobody's. */
export function conditionsOf(
  role: string,
  dictionary: DataDictionary,
  action: Action = 'read',
): ReadonlyMap<string, Condition> {
  const conditions = new Map<string, Condition>();
  const fieldRules = SHROPSHIRE_RULES.filter((rule) => rule.role === role && rule.action === action)
    .map((rule) => parseRule(rule, dictionary))
    .flatMap((rule) => expandRule(rule, dictionary));
  for (const { type, field, when } of fieldRules) {
    const coordinate = `${type}.${field}`;
    conditions.set(coordinate, or([conditions.get(coordinate) ?? NEVER, when]));
  }
  return conditions;
}

/** What is left of a condition where none of these predicates holds. */
export function withoutHolding(
  condition: Condition,
  predicates: readonly PredicateName[],
): Condition {
  return substitute(condition, ({ predicate }) =>
    predicates.includes(predicate) ? NEVER : undefined,
  );
}

/** Every `Type.field` that a list of types and coordinates speaks of. */
export function coordinatesOf(
  listed: readonly string[],
  dictionary: DataDictionary,
): readonly string[] {
  return listed.flatMap((name) =>
    name.includes('.')
      ? [name]
      : [...(dictionary.get(name)?.keys() ?? [])].map((field) => `${name}.${field}`),
  );
}
