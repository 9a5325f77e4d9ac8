import type { DataDictionary, Rule } from '@postern/policy';
import { coordinate, expandRule } from '@postern/policy';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Change } from '../changes/change.ts';
import type { RuleSet } from '../changes/rule-body.ts';
import { isSameRule } from '../changes/rule-body.ts';
import { readableRules, readRule } from '../validation.ts';

/** The types by which the policy is read and changed. */
const OVER_RULES = /^Policy/;

/** A change of one rule, both sides read. */
interface ReadChange {
  readonly before: Rule | null;
  readonly after: Rule | null;
}

/** Who proposes, and under which rules. */
export interface Proposer {
  readonly roles: Iterable<string>;
  readonly base: RuleSet;
}

/**
 * Nobody gives anybody a hold over rules that they lack themselves: by a rule that lets, or by taking one away that denies.
 * Asked at every step towards a version, because what was one's own when a change was written may have been taken away.
 * @throws CommandRefused POLICY_HOLD_NOT_OWN naming the coordinates
 */
export function requireHoldOfOwn(
  changes: readonly Pick<Change, 'before' | 'after'>[],
  { roles, base }: Proposer,
  dictionary: DataDictionary,
): void {
  const asked = changes.flatMap(({ before, after }) =>
    given({ before: readRule(before, dictionary), after: readRule(after, dictionary) }, dictionary),
  );
  if (asked.length === 0) return;
  const own = ownHolds(new Set(roles), readableRules(base, dictionary), dictionary);
  const lacking = [...new Set(asked)].filter((each) => !own.has(each));
  if (lacking.length > 0) throw new CommandRefused('POLICY_HOLD_NOT_OWN', { about: lacking });
}

/** What somebody of these roles may read of the policy for some purpose for which nothing could deny it. */
function ownHolds(
  roles: ReadonlySet<string>,
  rules: readonly Rule[],
  dictionary: DataDictionary,
): ReadonlySet<string> {
  const denied = new Set(
    rules
      .filter(({ role, effect }) => effect === 'DENY' && (role === '*' || roles.has(role)))
      .flatMap((rule) => forPurposes(rule, dictionary).map(({ key }) => key)),
  );
  return new Set(
    rules
      .filter(({ role, effect }) => effect === 'ALLOW' && roles.has(role))
      .flatMap((rule) => forPurposes(rule, dictionary))
      .filter(({ key }) => !denied.has(key))
      .map(({ hold }) => hold),
  );
}

function forPurposes(
  rule: Rule,
  dictionary: DataDictionary,
): readonly { readonly hold: string; readonly key: string }[] {
  return holds(rule, dictionary).flatMap((hold) =>
    rule.purposes.map((purpose) => ({ hold, key: `${hold} ${purpose}` })),
  );
}

function given({ before, after }: ReadChange, dictionary: DataDictionary): readonly string[] {
  const lets = after?.effect === 'ALLOW' ? holds(after, dictionary) : [];
  const letBefore =
    before?.effect === 'ALLOW' && isAsWide(before, after) ? holds(before, dictionary) : [];
  const denied = before?.effect === 'DENY' ? holds(before, dictionary) : [];
  return [...new Set([...lets.filter((each) => !letBefore.includes(each)), ...denied])];
}

/** The same but for the fields, so that whatever fields were there are not given now. */
function isAsWide(before: Rule, after: Rule | null): boolean {
  const parts = ({ role, resource, purposes, when }: Rule) => ({ role, resource, purposes, when });
  return after !== null && isSameRule(parts(before), parts(after));
}

/** A hold is what one reads: no command records the types by which the policy is read and changed. */
function holds(rule: Rule, dictionary: DataDictionary): readonly string[] {
  if (rule.action !== 'read') return [];
  return expandRule(rule, dictionary)
    .filter(({ type }) => OVER_RULES.test(type))
    .map(({ type, field }) => coordinate(type, field));
}
