import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { Rule } from '@postern/policy';
import { parseRule } from '@postern/policy';
import { wholeDictionary } from '../../src/stack/blueprints.ts';

export const dictionary = wholeDictionary();

/** The rules that are built in. */
export const BUILT_IN: readonly Rule[] = SHROPSHIRE_RULES.map((rule) =>
  parseRule(rule, dictionary),
);

/** The rules with one of them changed, as an editor of a draft would. */
export function withRule(name: string, changes: Partial<Rule>): readonly Rule[] {
  const found = BUILT_IN.find((rule) => rule.name === name);
  if (found === undefined) throw new Error(`There is no rule ${name}.`);
  return BUILT_IN.map((rule) => (rule === found ? { ...rule, ...changes } : rule));
}

/** The rules with one more, saved as a draft saves it. */
export function withAlso(body: Readonly<Record<string, unknown>>): readonly Rule[] {
  return [
    ...BUILT_IN,
    parseRule(
      { name: 'added', action: 'read', effect: 'ALLOW', clause: 'SHR-3.3.1', ...body },
      dictionary,
    ),
  ];
}
