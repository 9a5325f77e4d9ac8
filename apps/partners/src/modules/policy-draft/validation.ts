import type { DataDictionary, Rule } from '@postern/policy';
import { parseRule, RuleProblem } from '@postern/policy';
import type { Finding } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { RuleBody, RuleSet } from './changes/rule-body.ts';

/** What is wrong with one rule; nothing where it can be decided by. */
export function findingsOfRule(
  name: string,
  body: RuleBody,
  dictionary: DataDictionary,
): Finding[] {
  try {
    parseRule(body, dictionary);
    return [];
  } catch (problem) {
    if (!(problem instanceof RuleProblem)) throw problem;
    const { part, expected } = problem;
    return [{ rule: name, code: 'RULE_SHAPE', part, found: '', expected }];
  }
}

/** @throws CommandRefused POLICY_RULE_INVALID with what is wrong with it */
export function requireValidRule(name: string, body: RuleBody, dictionary: DataDictionary): Rule {
  refuseIfAny(findingsOfRule(name, body, dictionary));
  return parseRule(body, dictionary);
}

/**
 * Reads a whole set of rules, as whoever decides by them would.
 * @throws CommandRefused POLICY_RULE_INVALID with what is wrong with each
 */
export function requireValidRules(rules: RuleSet, dictionary: DataDictionary): readonly Rule[] {
  refuseIfAny([...rules].flatMap(([name, body]) => findingsOfRule(name, body, dictionary)));
  return [...rules.values()].map((body) => parseRule(body, dictionary));
}

/** The rules of a set that can be read. */
export function readableRules(rules: RuleSet, dictionary: DataDictionary): readonly Rule[] {
  return [...rules].flatMap(([name, body]) =>
    findingsOfRule(name, body, dictionary).length === 0 ? [parseRule(body, dictionary)] : [],
  );
}

function refuseIfAny(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new CommandRefused('POLICY_RULE_INVALID', { findings });
}
