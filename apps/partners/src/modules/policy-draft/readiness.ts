import { PROOF_SCOPE } from '@postern/agreements';
import type { Rule } from '@postern/policy';
import { prove } from '@postern/policy';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Change } from './changes/change.ts';
import { rolesTouched } from './changes/change.ts';
import { changed, changesBetween } from './changes/change-set.ts';
import type { RuleSet } from './changes/rule-body.ts';
import { requireAsApproved } from './guards/as-approved.ts';
import { requireCycleCanAct } from './guards/cycle-can-act.ts';
import { changesOf } from './store/changes.ts';
import type { Draft } from './store/draft.ts';
import { rulesOf, versionsAt } from './store/versions.ts';
import { requireValidRules } from './validation.ts';

/** Stories that one answer tells. */
const MOST_STORIES = 20;

/** A draft that could be published as it stands. */
export interface ReadyDraft {
  readonly changes: readonly Change[];
  readonly base: RuleSet;
  readonly rules: RuleSet;
  readonly read: readonly Rule[];
  readonly touched: ReadonlySet<string>;
}

/**
 * What a draft would make of the policy, checked as it has to be before it goes any further. Of two drafts on one
 * version the later one is not published unseen, and none puts aside a version that waits for its date, but a rollback.
 * @throws CommandRefused POLICY_DRAFT_EMPTY, POLICY_CHANGES_COLLIDE, POLICY_BASE_NOT_LIVE, POLICY_VERSION_SCHEDULED,
 * POLICY_RULE_INVALID, POLICY_RULE_ALTERED, POLICY_UNPROVED, POLICY_CYCLE_BROKEN
 */
export async function requireReady(
  draft: Draft,
  { transaction, now, dictionary, policySchema }: CommandCall<unknown>,
): Promise<ReadyDraft> {
  const changes = await changesOf(transaction, draft.id);
  if (changes.length === 0) throw new CommandRefused('POLICY_DRAFT_EMPTY');
  const colliding = changes.filter(({ collides }) => collides).map(({ rule }) => rule);
  if (colliding.length > 0)
    throw new CommandRefused('POLICY_CHANGES_COLLIDE', { about: colliding });

  const { live, latest } = await versionsAt(transaction, now);
  const isRollback = draft.kind === 'ROLLBACK';
  if (draft.baseVersion !== (isRollback ? latest : live))
    throw new CommandRefused('POLICY_BASE_NOT_LIVE', { about: [String(live)] });
  if (!isRollback && latest > live)
    throw new CommandRefused('POLICY_VERSION_SCHEDULED', { about: [String(latest)] });

  const base = await rulesOf(transaction, draft.baseVersion);
  const rules = changed(base, changes);
  const read = requireValidRules(rules, policySchema);
  await requireAsApproved(transaction, draft, { base, rules, changes });
  const stories = prove(read, dictionary, PROOF_SCOPE).map(({ story }) => story);
  if (stories.length > 0)
    throw new CommandRefused('POLICY_UNPROVED', { stories: stories.slice(0, MOST_STORIES) });
  requireCycleCanAct(read, dictionary);

  // What a rollback takes back of a version that waits is not yet in force; what it changes is what is.
  const inForce = live === draft.baseVersion ? base : await rulesOf(transaction, live);
  const touched = rolesTouched([...changes, ...changesBetween(inForce, rules)], policySchema.roles);
  return { changes, base, rules, read, touched };
}
