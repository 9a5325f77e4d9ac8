import { coordinate } from '../classes/dictionary.ts';
import { conditionKey } from '../conditions/simplify.ts';
import { instantiate } from '../conditions/template.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import type { Rule } from '../rules/rule.ts';
import { checkMeaning } from './check-meaning.ts';
import { examine } from './examine.ts';
import { isPlainObject, own } from './plain-object.ts';
import type { RuleFinding } from './rule-finding.ts';
import type { Weight } from './rule-weight.ts';
import { weightOf } from './rule-weight.ts';
import { shownName } from './shown.ts';

/** A stored rule with all that is wrong with it by itself. */
export interface CheckedRule {
  readonly name: string | null;
  readonly findings: readonly RuleFinding[];
  /** Null where the rule cannot be read. */
  readonly rule: Rule | null;
  readonly covered: readonly string[];
  /** What it comes to beside other rules; null where it cannot be read. */
  readonly decides: RuleDecision | null;
}

/** What a rule that can be read comes to beside others. */
export interface RuleDecision {
  /** A text that two rules share that say the same of the same. */
  readonly text: string;
  /** What it asks where it permits, or has every permission beside it ask. */
  readonly weight: Weight;
}

/** A rule that could be read. */
export type ReadRule = CheckedRule & { readonly rule: Rule; readonly decides: RuleDecision };

/**
 * All that is wrong with one stored rule, and what would be right; empty for a rule that may be saved.
 * Whatever it is given it answers, in time linear in what is within the language's limits.
 */
export function findingsOf(body: unknown, schema: PolicySchema): readonly RuleFinding[] {
  return checkRule(body, schema).findings;
}

/** As {@link findingsOf}, with the rule where it could be read. */
export function checkRule(body: unknown, schema: PolicySchema): CheckedRule {
  const { notes, rule, covered } = examine(body, schema);
  if (rule !== null) checkMeaning(rule, covered, schema, notes);
  const name = nameOf(body);
  return {
    name,
    rule,
    covered,
    decides: rule === null ? null : decisionOf(rule, covered),
    findings: notes.findings.map((finding) => ({ rule: name, ...finding })),
  };
}

function decisionOf(rule: Rule, covered: readonly string[]): RuleDecision {
  const { role, action, resource, effect, purposes } = rule;
  const [field = 'id'] = covered;
  const when = instantiate(rule.when, {
    role,
    effect,
    class: 'PERSONAL',
    coordinate: coordinate(resource, field),
  });
  const parts = [role, action, resource, effect, [...covered].sort(), [...purposes].sort()];
  return {
    text: JSON.stringify([...parts, conditionKey(when)]),
    weight: weightOf(effect, when),
  };
}

/** A rule's name as it may be repeated: itself where it is plain, otherwise escaped and shortened. */
export function nameOf(body: unknown): string | null {
  const name = isPlainObject(body) ? own(body, 'name') : undefined;
  if (typeof name !== 'string' || name === '') return null;
  return /^[A-Za-z0-9 ._-]{1,120}$/.test(name) ? name : shownName(name);
}
