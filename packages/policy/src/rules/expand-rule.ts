import type { DataDictionary } from '../classes/dictionary.ts';
import { coordinate } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { instantiate } from '../conditions/template.ts';
import type { Rule } from './rule.ts';

/** A rule for one field of one type, its condition's arguments filled in. */
export interface FieldRule {
  readonly rule: Rule;
  readonly type: string;
  readonly field: string;
  readonly when: Condition;
}

/** Lists a rule field by field, so that CASL never has to decide on a type alone or on a wildcard. */
export function expandRule(rule: Rule, dictionary: DataDictionary): readonly FieldRule[] {
  const types = rule.resource === '*' ? [...dictionary.keys()] : [rule.resource];
  return types.flatMap((type) =>
    [...(dictionary.get(type) ?? [])]
      .filter(([field, dataClass]) => coversField(rule, field, dataClass))
      .map(([field, dataClass]) => ({
        rule,
        type,
        field,
        when: instantiate(rule.when, {
          role: rule.role,
          class: dataClass,
          coordinate: coordinate(type, field),
        }),
      })),
  );
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
