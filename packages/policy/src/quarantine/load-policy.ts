import { oncePerText } from '../rules/once-per-text.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import type { Rule } from '../rules/rule.ts';
import { nameOf } from '../validation/findings-of.ts';
import type { RuleFindingCode } from '../validation/rule-finding.ts';
import { shownName } from '../validation/shown.ts';
import { denialsInPlaceOf } from './denial-in-place.ts';
import { loadRule } from './load-rule.ts';
import type { SealedRule } from './policy-seal.ts';
import { digestOf } from './policy-seal.ts';

/** A rule as the database has it. */
export interface StoredPolicyRule {
  readonly name: string;
  readonly body: unknown;
}

/** A rule that was set aside, for the alarm: what is wrong with it, and nothing that it compares. */
export interface CorruptRule {
  readonly rule: string;
  /** RULE_ALTERED: not the rule that was approved; RULE_LOST: approved, and no longer there. */
  readonly code: RuleFindingCode | 'RULE_ALTERED' | 'RULE_LOST';
  readonly part: string;
  readonly expected: string;
}

/** A policy version as it is decided by. */
export interface LoadedPolicy {
  /** The rules, with a denial in place of each that is corrupt. */
  readonly rules: readonly Rule[];
  readonly corrupt: readonly CorruptRule[];
}

/** A rule of a version is mostly that of the version before, and each subgraph of a process reads them all. */
const loadedBefore = oncePerText((body, schema: PolicySchema) => ({
  loaded: loadRule(body, schema),
  digest: digestOf(body),
}));

/**
 * Takes a stored policy into use. A rule that cannot be decided by denies what it concerned, and all others hold; so does a
 * rule that is not one that the seal has, and what a rule concerned that the seal has and that is gone.
 */
export function loadPolicy(
  stored: readonly StoredPolicyRule[],
  seal: readonly SealedRule[],
  schema: PolicySchema,
): LoadedPolicy {
  const rules: Rule[] = [];
  const denials: Rule[] = [];
  const corrupt: CorruptRule[] = [];
  const quarantine = (body: unknown, problem: CorruptRule): void => {
    denials.push(...denialsInPlaceOf(body, schema));
    corrupt.push(problem);
  };
  const approved = Map.groupBy(seal, ({ digest }) => digest);
  for (const { name, body } of stored) {
    const { loaded, digest } = loadedBefore(body, schema);
    const isSealed = approved.get(digest ?? '')?.pop() !== undefined;
    const rule = shownOf(name);
    if (loaded.kind === 'CORRUPT') {
      const { code, part, expected } = loaded.finding;
      quarantine(body, { rule, code, part: placeOf(part), expected });
    } else if (!isSealed)
      quarantine(body, { rule, code: 'RULE_ALTERED', part: '', expected: 'the rule approved' });
    else rules.push(loaded.rule);
  }
  for (const { concern } of [...approved.values()].flat())
    quarantine(concern, {
      rule: nameOf(concern) ?? 'a rule without a name',
      code: 'RULE_LOST',
      part: '',
      expected: 'every rule approved',
    });
  return {
    rules: [...rules, ...denials],
    corrupt,
  };
}

/** Keys of the language; others are the rule's own words, which no log repeats. */
const OF_LANGUAGE =
  /^(?:\d+|name|role|action|resource|fields|classes|purposes|effect|clause|when|holds|all|any|not|where)$/;

function placeOf(part: string): string {
  const keys = part.split('/').slice(1);
  const own = keys.findIndex((key) => !OF_LANGUAGE.test(key));
  const whole = own === -1 ? keys.length : own;
  return keys
    .slice(0, whole)
    .map((key) => `/${key}`)
    .join('');
}

function shownOf(name: string): string {
  return nameOf({ name }) ?? shownName(name);
}
