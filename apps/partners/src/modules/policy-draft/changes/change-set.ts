import { lostConcerns } from '@postern/policy';
import type { Change } from './change.ts';
import { changeOf } from './change.ts';
import type { RuleSet, SealedRules } from './rule-body.ts';
import { isSameRule } from './rule-body.ts';

/** The rules of a base after changes to it. */
export function changed(base: RuleSet, changes: readonly Change[]): RuleSet {
  const rules = new Map(base);
  for (const { rule, after } of changes)
    if (after === null) rules.delete(rule);
    else rules.set(rule, after);
  return rules;
}

/** The changes that make one set of rules another, by name. */
export function changesBetween(from: RuleSet, to: RuleSet): readonly Change[] {
  const names = [...new Set([...from.keys(), ...to.keys()])].sort();
  return names.flatMap((name) => changeOf(from, name, to.get(name) ?? null) ?? []);
}

/**
 * What the next version takes out of force of a version whose rows are not as they were sealed: a denial stands in place of
 * each rule that was altered or lost, for the role that the seal has of it.
 */
export function lostFrom({
  rules,
  seal,
}: SealedRules): readonly Pick<Change, 'before' | 'after'>[] {
  return lostConcerns(rules, seal).map((concern) => ({ before: concern, after: null }));
}

/** The changes that take these back. */
export function inverse(changes: readonly Change[]): readonly Change[] {
  return changes.map(({ rule, before, after }) => ({
    rule,
    before: after,
    after: before,
    collides: false,
  }));
}

/** What becomes of changes on another base; each of them is in one of the lists. */
export interface Rebased {
  readonly moved: readonly Change[];
  /** The rule is neither as the change found it nor as it leaves it: somebody has to look. */
  readonly colliding: readonly Change[];
  /** The base has it already. */
  readonly made: readonly Change[];
}

/** Moves changes onto another base. A rule that collides keeps what it was and what it is to be: nothing is lost. */
export function rebased(changes: readonly Change[], base: RuleSet): Rebased {
  const moved: Change[] = [];
  const colliding: Change[] = [];
  const made: Change[] = [];
  for (const change of changes) {
    const present = base.get(change.rule) ?? null;
    if (isSameRule(present, change.after)) made.push(change);
    else if (isSameRule(present, change.before)) moved.push({ ...change, collides: false });
    else colliding.push({ ...change, collides: true });
  }
  return { moved, colliding, made };
}
