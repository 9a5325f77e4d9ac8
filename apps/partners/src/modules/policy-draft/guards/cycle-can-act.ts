import type { Condition, DataDictionary, FieldRule, Rule } from '@postern/policy';
import { ALWAYS, expandRule, NEVER, substitute } from '@postern/policy';
import { CommandRefused } from '@postern/subgraph-kit';
import { CYCLE_ROLES, EVERY_ROLE } from './cycle-roles.ts';

/** What proposing and deciding take: to see a draft and what it does to which rule. */
const NEEDED: readonly (readonly [type: string, fields: readonly string[]])[] = [
  ['PolicyDraft', ['id', 'state', 'revision', 'changes']],
  ['PolicyChange', ['id', 'rule', 'before', 'after']],
];

/**
 * No version leaves the roles by which the policy is changed unable to act.
 * @throws CommandRefused POLICY_CYCLE_BROKEN naming the roles
 */
export function requireCycleCanAct(rules: readonly Rule[], dictionary: DataDictionary): void {
  const unable = CYCLE_ROLES.filter((role) => !canAct(role, rules, dictionary));
  if (unable.length > 0) throw new CommandRefused('POLICY_CYCLE_BROKEN', { about: unable });
}

/**
 * No version is approved while one of these roles has nobody who could act in it.
 * @throws CommandRefused POLICY_CYCLE_BROKEN naming the roles
 */
export function requireCycleHeld(held: ReadonlySet<string>): void {
  const vacant = CYCLE_ROLES.filter((role) => !held.has(role));
  if (vacant.length > 0) throw new CommandRefused('POLICY_CYCLE_BROKEN', { about: vacant });
}

function canAct(role: string, rules: readonly Rule[], dictionary: DataDictionary): boolean {
  const about = rules.filter(
    (rule) =>
      rule.action === 'read' &&
      NEEDED.some(([type]) => type === rule.resource) &&
      rule.purposes.includes('ADMINISTRATION'),
  );
  const own = about.filter((rule) => rule.role === role || rule.role === EVERY_ROLE);
  const expanded = own.flatMap((rule) => expandRule(rule, dictionary));
  return NEEDED.every(([type, fields]) =>
    fields.every((field) => {
      const on = expanded.filter((each) => each.type === type && each.field === field);
      return on.some((each) => lets(each, role)) && !on.some(mayDeny);
    }),
  );
}

// Rules of every role admit nobody by themselves.
function lets({ rule, when }: FieldRule, role: string): boolean {
  return rule.effect === 'ALLOW' && rule.role === role && holdsInOffice(when).kind === 'ALWAYS';
}

/** What a condition comes to for somebody who has nothing but the office. */
function holdsInOffice(when: Condition): Condition {
  return substitute(when, (atom) => (atom.predicate === 'oversight.free' ? ALWAYS : NEVER));
}

/** A denial that could ever hold is counted as one that does. */
function mayDeny({ rule, when }: FieldRule): boolean {
  return rule.effect === 'DENY' && when.kind !== 'NEVER';
}
