import { readFileSync } from 'node:fs';
import { AGREEMENTS, heldVersion, SHROPSHIRE_RULES } from '@postern/agreements';
import type { DataDictionary, Rule } from '@postern/policy';
import { parseRule, RuleProblem } from '@postern/policy';
import { CannotAnswer } from './cannot-answer.ts';

/** Rules to ask about, and what they are called. */
export interface RulesAsked {
  readonly rules: readonly Rule[];
  readonly called: string;
}

/** The rules that are built in. */
export function builtInRules(dictionary: DataDictionary): RulesAsked {
  const { SHROPSHIRE_ISA } = AGREEMENTS;
  return {
    rules: SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary)),
    called: `the built-in rules of ${SHROPSHIRE_ISA.id} ${heldVersion(SHROPSHIRE_ISA).version}, which need not be those in force (of these an administrator asks policyReach)`,
  };
}

/**
 * The rules of a file: a JSON list of stored rules.
 * @throws CannotAnswer saying which rule is wrong and what would be right
 */
export function rulesOfFile(file: string, dictionary: DataDictionary): RulesAsked {
  const stored = readList(file);
  const rules = stored.map((body, i) => {
    try {
      return parseRule(body, dictionary);
    } catch (thrown) {
      if (thrown instanceof RuleProblem)
        throw new CannotAnswer(`Rule ${i + 1} of ${file} is none. ${thrown.message}`);
      throw thrown;
    }
  });
  return { rules, called: `the ${rules.length} rules of ${file}` };
}

function readList(file: string): readonly unknown[] {
  const expected = 'Expected a JSON list of stored rules.';
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(read)) return read;
  } catch {
    throw new CannotAnswer(`${file} cannot be read as JSON. ${expected}`);
  }
  throw new CannotAnswer(`${file} holds something else. ${expected}`);
}
