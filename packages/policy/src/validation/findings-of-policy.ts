import type { PolicySchema } from '../rules/policy-schema.ts';
import { checkedBefore } from './checked-before.ts';
import type { CheckedRule } from './findings-of.ts';
import type { RuleFinding } from './rule-finding.ts';
import { kindOf } from './shown.ts';
import type { ReadRule } from './vain-denials.ts';
import { vainDenials } from './vain-denials.ts';

/** Rules of one policy, and findings that are told of it. */
const MOST_RULES = 20_000;
const MOST_FINDINGS = 1_000;
/** Alternatives of one decision: each becomes a test of its own in a statement. */
const MOST_WAYS = 1_024;

/** All that is wrong with a whole set of stored rules: with each of them, and with how they stand to each other. */
export function findingsOfPolicy(
  bodies: readonly unknown[],
  schema: PolicySchema,
): readonly RuleFinding[] {
  if (!Array.isArray(bodies) || bodies.length === 0)
    return [ofSet('POLICY_SHAPE', kindOf(bodies), 'a list of at least one rule')];
  if (bodies.length > MOST_RULES)
    return [ofSet('POLICY_TOO_LARGE', kindOf(bodies), `at most ${MOST_RULES} rules`)];
  const checked = bodies.map((body) => checkedBefore(body, schema));
  const read = checked.filter(
    (each): each is ReadRule => each.rule !== null && each.decides !== null,
  );
  return [
    ...checked.flatMap(({ findings }) => findings),
    ...repeatedNames(checked),
    ...repeatedRules(read),
    ...vainDenials(read),
    ...decisionsTooLarge(read),
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

/** One decision draws on all permissions and all denials of a field: their alternatives multiply. */
function decisionsTooLarge(read: readonly ReadRule[]): readonly RuleFinding[] {
  const waysOfDenials = new Map<string, number>();
  const waysOfPermissions = new Map<string, number>();
  for (const { rule, covered, decides } of read)
    for (const field of covered) {
      const key = `${rule.resource}.${field}`;
      if (rule.effect === 'DENY')
        waysOfDenials.set(key, (waysOfDenials.get(key) ?? 1) * decides.ways);
      else
        waysOfPermissions.set(
          `${rule.role} ${key}`,
          (waysOfPermissions.get(`${rule.role} ${key}`) ?? 0) + decides.ways,
        );
    }
  const expected = `at most ${MOST_WAYS} for one field and role: fewer denials that ask of the episode and the row at once`;
  return [...waysOfPermissions].flatMap(([key, ways]) => {
    const [, field = ''] = key.split(' ');
    const all = ways * (waysOfDenials.get(field) ?? 1);
    return all > MOST_WAYS
      ? [
          ofSet(
            'POLICY_TOO_LARGE',
            `${key}: ${all > 1e9 ? 'countless' : all} alternatives`,
            expected,
          ),
        ]
      : [];
  });
}
