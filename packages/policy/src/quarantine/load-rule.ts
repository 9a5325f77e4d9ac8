import { coordinate } from '../classes/dictionary.ts';
import { not } from '../conditions/simplify.ts';
import { instantiate } from '../conditions/template.ts';
import { waysOf } from '../conditions/ways.ts';
import { missingAnchors } from '../rules/anchored.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import type { Rule } from '../rules/rule.ts';
import { examine, LEAVES_READABLE } from '../validation/examine.ts';
import { MOST_WAYS } from '../validation/limits.ts';
import type { PartFinding } from '../validation/rule-finding.ts';

/** A stored rule as it is taken into use: the rule, or what makes it impossible to decide by. */
export type LoadedRule =
  | { readonly kind: 'READ'; readonly rule: Rule }
  | { readonly kind: 'CORRUPT'; readonly finding: PartFinding };

/**
 * Reads a rule of the database by the checks of saving, as far as they bear on what it decides: it is in the language, it
 * asks only what rows can answer, and it is anchored. What is merely in vain was refused when it was saved.
 */
export function loadRule(body: unknown, schema: PolicySchema): LoadedRule {
  const { notes, rule, covered } = examine(body, schema);
  const [finding] = notes.findings.filter(({ code }) => !LEAVES_READABLE.has(code));
  if (finding !== undefined) return { kind: 'CORRUPT', finding };
  if (rule === null) return { kind: 'CORRUPT', finding: UNREADABLE };
  const [field = 'id'] = covered;
  const fields = schema.dictionary.get(rule.resource) ?? new Map();
  const when = instantiate(rule.when, {
    role: rule.role,
    effect: rule.effect,
    class: fields.get(field) ?? 'PERSONAL',
    coordinate: coordinate(rule.resource, field),
  });
  if (Math.max(waysOf(when), waysOf(not(when))) > MOST_WAYS)
    return { kind: 'CORRUPT', finding: TOO_LARGE };
  if (rule.effect === 'ALLOW' && missingAnchors({ ...rule, when }, fields).length > 0)
    return { kind: 'CORRUPT', finding: UNANCHORED };
  return { kind: 'READ', rule };
}

const UNREADABLE: PartFinding = {
  code: 'RULE_SHAPE',
  part: '',
  found: 'what cannot be read',
  expected: 'an object with the parts of a rule',
};
const TOO_LARGE: PartFinding = {
  code: 'CONDITION_TOO_LARGE',
  part: '/when',
  found: 'too many ways to hold',
  expected: `at most ${MOST_WAYS}`,
};
const UNANCHORED: PartFinding = {
  code: 'UNANCHORED',
  part: '/when',
  found: 'an alternative that ties the reader to nothing',
  expected: 'an anchor in every alternative',
};
