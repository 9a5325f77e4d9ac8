import { unlikeSeal } from '@postern/policy';
import { CommandRefused } from '@postern/subgraph-kit';
import type { RuleSet, SealedRules } from '../changes/rule-body.ts';

/** Rules to be published, and what they were made of. */
export interface Made {
  readonly rules: RuleSet;
  /** The versions that their rules come from, each with its seal. */
  readonly from: readonly SealedRules[];
  /** The rules that a second person sees changed before the version is in force: none where nobody does. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Seals nothing anew that was altered behind the seal before: a rule that no second person sees changed is one that was
 * approved, and none that was approved is forgotten.
 * @throws CommandRefused POLICY_RULE_ALTERED naming the rules that are not, and those that are gone
 */
export function requireAsApproved({ from, seen }: Pick<Made, 'from' | 'seen'>): void {
  const unlike = new Set(from.flatMap(({ rules, seal }) => unlikeSeal(rules, seal)));
  const about = [...unlike].filter((name) => !seen.has(name)).sort();
  if (about.length > 0) throw new CommandRefused('POLICY_RULE_ALTERED', { about });
}
