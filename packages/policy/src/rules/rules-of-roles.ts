import type { Rule } from './rule.ts';
import { STANDING_DENIALS } from './standing-denials.ts';

type ByRole = ReadonlyMap<string, readonly Placed[]>;

interface Placed {
  readonly at: number;
  readonly rule: Rule;
}

const known = new WeakMap<readonly Rule[], ByRole>();

/**
 * The rules that apply to somebody of these roles, those for everybody and the standing denials among them, in the order
 * of the policy. A version holds thousands and is looked at for every role and purpose, so it is sorted by role once.
 */
export function rulesOfRoles(rules: readonly Rule[], roles: readonly string[]): readonly Rule[] {
  const byRole = known.get(rules) ?? sorted(rules);
  known.set(rules, byRole);
  return [...new Set([...roles, '*'])]
    .flatMap((role) => byRole.get(role) ?? [])
    .toSorted((one, other) => one.at - other.at)
    .map(({ rule }) => rule);
}

function sorted(rules: readonly Rule[]): ByRole {
  const placed = [...rules, ...STANDING_DENIALS].map((rule, at) => ({ at, rule }));
  return Map.groupBy(placed, ({ rule }) => rule.role);
}
