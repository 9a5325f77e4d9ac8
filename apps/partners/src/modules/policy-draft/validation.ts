import type { DataDictionary, PolicySchema, Rule, RuleFinding } from '@postern/policy';
import { findingsOf, findingsOfPolicy, parseRule, RuleProblem } from '@postern/policy';
import { CommandRefused } from '@postern/subgraph-kit';
import type { RuleBody, RuleSet } from './changes/rule-body.ts';

/** Findings that one answer tells. */
const MOST_FINDINGS = 100;

/** @throws CommandRefused POLICY_RULE_INVALID with all that is wrong with it */
export function requireValidRule(body: RuleBody, schema: PolicySchema): Rule {
  refuseIfAny(findingsOf(body, schema));
  return parseRule(body, schema.dictionary);
}

/**
 * Reads a whole set of rules, as whoever decides by them would.
 * @throws CommandRefused POLICY_RULE_INVALID with all that is wrong with each, and with how they stand to each other
 */
export function requireValidRules(rules: RuleSet, schema: PolicySchema): readonly Rule[] {
  const bodies = [...rules.values()];
  refuseIfAny(findingsOfPolicy(bodies, schema));
  return bodies.map((body) => parseRule(body, schema.dictionary));
}

/**
 * Reads rules that were checked when they were published.
 * @throws CommandRefused POLICY_RULE_INVALID naming those that cannot be read any more
 */
export function requireReadableRules(rules: RuleSet, dictionary: DataDictionary): readonly Rule[] {
  const read = readableRules(rules, dictionary);
  if (read.length === rules.size) return read;
  const corrupt = [...rules].filter(([, body]) => readRule(body, dictionary) === null);
  throw new CommandRefused('POLICY_RULE_INVALID', { about: corrupt.map(([name]) => name) });
}

/** The rules of a set that can be read. */
export function readableRules(rules: RuleSet, dictionary: DataDictionary): readonly Rule[] {
  return [...rules.values()].flatMap((body) => readRule(body, dictionary) ?? []);
}

/** A rule; null where there is none that can be read. */
export function readRule(body: RuleBody, dictionary: DataDictionary): Rule | null {
  try {
    return body === null ? null : parseRule(body, dictionary);
  } catch (problem) {
    if (problem instanceof RuleProblem) return null;
    throw problem;
  }
}

function refuseIfAny(findings: readonly RuleFinding[]): void {
  if (findings.length > 0)
    throw new CommandRefused('POLICY_RULE_INVALID', { findings: findings.slice(0, MOST_FINDINGS) });
}
