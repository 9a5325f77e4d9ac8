import type { ChangeKind } from '../../policy-change/policy-change.table.ts';
import { EVERY_ROLE } from '../guards/cycle-roles.ts';
import type { RuleBody, RuleSet } from './rule-body.ts';
import { isSameRule, roleOf } from './rule-body.ts';

/** What a draft does to one rule; null where there is none before, or none after. */
export interface Change {
  readonly rule: string;
  readonly before: RuleBody;
  readonly after: RuleBody;
  /** The base has changed under it in a way that it does not know of. */
  readonly collides: boolean;
}

/** A change of one rule on a base; null where it changes nothing. */
export function changeOf(base: RuleSet, rule: string, after: RuleBody): Change | null {
  const before = base.get(rule) ?? null;
  if (isSameRule(before, after)) return null;
  return { rule, before, after, collides: false };
}

export function kindOf({ before, after }: Pick<Change, 'before' | 'after'>): ChangeKind {
  if (before === null) return 'ADD';
  return after === null ? 'REMOVE' : 'CHANGE';
}

/**
 * The roles whose abilities changes are about: of the rules as they were and as they are to be. A rule of a role that
 * cannot be read, or that there is not, denies everybody in its place, so taking it away is about every role.
 */
export function rolesTouched(
  changes: readonly Pick<Change, 'before' | 'after'>[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const bodies = changes.flatMap(({ before, after }) => [before, after]);
  const roles = bodies.filter((body) => body !== null).map(roleOf);
  return new Set(roles.map((role) => (role !== null && known.has(role) ? role : EVERY_ROLE)));
}
