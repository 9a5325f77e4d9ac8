import type { DataDictionary, Rule } from '@postern/policy';
import { coordinate, expandRule } from '@postern/policy';
import { CommandRefused } from '@postern/subgraph-kit';
import { isSameRule } from '../changes/rule-body.ts';

/** The types by which the policy is read and changed. */
const OVER_RULES = /^Policy/;

/** A change of one rule, both sides read. */
export interface ReadChange {
  readonly before: Rule | null;
  readonly after: Rule | null;
}

/** Who proposes it, and what they may read of the policy. */
export interface Proposer {
  readonly roles: readonly string[];
  readonly rules: readonly Rule[];
}

/**
 * Nobody gives anybody a hold over rules that they lack themselves: by a rule that lets, or by taking one away that denies.
 * @throws CommandRefused POLICY_HOLD_NOT_OWN naming the coordinates
 */
export function requireHoldOfOwn(
  change: ReadChange,
  { roles, rules }: Proposer,
  dictionary: DataDictionary,
): void {
  const own = new Set(
    rules
      .filter(({ role, effect }) => effect === 'ALLOW' && roles.includes(role))
      .flatMap((rule) => holds(rule, dictionary)),
  );
  const lacking = given(change, dictionary).filter((each) => !own.has(each));
  if (lacking.length > 0) throw new CommandRefused('POLICY_HOLD_NOT_OWN', { about: lacking });
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

function holds(rule: Rule, dictionary: DataDictionary): readonly string[] {
  return expandRule(rule, dictionary)
    .filter(({ type }) => OVER_RULES.test(type))
    .map(({ type, field }) => coordinate(type, field));
}
