import { unlikeSeal } from '@postern/policy';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Change } from '../changes/change.ts';
import type { RuleSet } from '../changes/rule-body.ts';
import type { Draft } from '../store/draft.ts';
import { sealedIn } from '../store/versions.ts';

/** The rules of the draft's base, what it makes of them, and by which changes. */
interface Made {
  readonly base: RuleSet;
  readonly rules: RuleSet;
  readonly changes: readonly Change[];
}

/**
 * Seals nothing anew that was altered behind the seal before: a rule that a second person did not see in this draft is one
 * that was approved. What a rollback brings back is all as it was.
 * @throws CommandRefused POLICY_RULE_ALTERED naming the rules that are not, and those that are gone
 */
export async function requireAsApproved(
  transaction: Statements,
  { kind, baseVersion, rollsBackTo }: Draft,
  { base, rules, changes }: Made,
): Promise<void> {
  const isRollback = kind === 'ROLLBACK';
  const seal = await sealedIn(transaction, isRollback ? (rollsBackTo ?? 0) : baseVersion);
  const seen = new Set(isRollback ? [] : changes.map(({ rule }) => rule));
  const unlike = unlikeSeal(isRollback ? rules : base, seal).filter((name) => !seen.has(name));
  if (unlike.length > 0) throw new CommandRefused('POLICY_RULE_ALTERED', { about: unlike });
}
