import type { PolicySchema } from '../rules/policy-schema.ts';
import { checkedBefore } from './checked-before.ts';
import { tooLarge } from './decisions-too-large.ts';
import type { CheckedRule, ReadRule } from './findings-of.ts';
import { POLICY_LIMITS } from './limits.ts';
import type { RuleFinding } from './rule-finding.ts';
import { kindOf } from './shown.ts';
import { vainDenials } from './vain-denials.ts';

/** Findings that are told of one policy. */
const MOST_FINDINGS = 1_000;

/** All that is wrong with a whole set of stored rules: with each of them, and with how they stand to each other. */
export function findingsOfPolicy(
  bodies: readonly unknown[],
  schema: PolicySchema,
): readonly RuleFinding[] {
  if (!Array.isArray(bodies) || bodies.length === 0)
    return [ofSet('POLICY_SHAPE', kindOf(bodies), 'a list of at least one rule')];
  if (bodies.length > POLICY_LIMITS.rules)
    return [ofSet('POLICY_TOO_LARGE', kindOf(bodies), `at most ${POLICY_LIMITS.rules} rules`)];
  const checked = bodies.map((body) => checkedBefore(body, schema));
  const read = checked.filter(
    (each): each is ReadRule => each.rule !== null && each.decides !== null,
  );
  return [
    ...checked.flatMap(({ findings }) => findings),
    ...repeatedNames(checked),
    ...repeatedRules(read),
    ...vainDenials(read),
    ...tooLarge(read).map(({ found, expected }) => ofSet('POLICY_TOO_LARGE', found, expected)),
  ].slice(0, MOST_FINDINGS);
}

function ofSet(code: RuleFinding['code'], found: string, expected: string): RuleFinding {
  return { rule: null, code, part: '', found, expected };
}

function repeatedNames(checked: readonly CheckedRule[]): readonly RuleFinding[] {
  const seen = new Set<string>();
  return checked.flatMap(({ name }): readonly RuleFinding[] => {
    if (name === null) return [];
    const isNew = !seen.has(name);
    seen.add(name);
    const expected = 'a name of its own for each rule';
    return isNew
      ? []
      : [{ rule: name, code: 'NAME_REPEATED', part: '/name', found: 'another rule’s', expected }];
  });
}

function repeatedRules(read: readonly ReadRule[]): readonly RuleFinding[] {
  const seen = new Map<string, string | null>();
  return read.flatMap(({ name, decides: { text } }): readonly RuleFinding[] => {
    const other = seen.get(text);
    if (other === undefined) {
      seen.set(text, name);
      return [];
    }
    const expected = 'each rule once';
    return [
      { rule: name, code: 'RULE_REPEATED', part: '', found: `the same as ${other}`, expected },
    ];
  });
}
