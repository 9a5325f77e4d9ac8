import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Change } from './changes/change.ts';
import { rolesTouched } from './changes/change.ts';
import { changed, changesBetween, lostFrom } from './changes/change-set.ts';
import type { RuleSet, SealedRules } from './changes/rule-body.ts';
import type { Made } from './guards/as-approved.ts';
import { requireHoldOfOwn } from './guards/hold-of-own.ts';
import { Publishable } from './publishable.ts';
import { changesOf } from './store/changes.ts';
import type { Draft } from './store/draft.ts';
import { sealedIn, sealedRulesOf, versionsAt } from './store/versions.ts';

/** Who has looked at a draft by the time it holds: its proposer alone, or a second person, too. */
export type Eyes = 'TWO' | 'FOUR';

/** The step for which a draft is looked at. */
export interface Step {
  readonly eyes: Eyes;
  /** The roles of whoever proposes it. */
  readonly proposing: Iterable<string>;
}

/** A draft that could be published as it stands. */
export interface ReadyDraft {
  readonly changes: readonly Change[];
  readonly base: RuleSet;
  readonly publishable: Publishable;
  readonly touched: ReadonlySet<string>;
}

/**
 * What a draft would make of the policy, checked as it has to be before it goes any further. Of two drafts on one
 * version the later one is not published unseen, and none puts aside a version that waits for its date, but a rollback.
 * @throws CommandRefused POLICY_DRAFT_EMPTY, POLICY_CHANGES_COLLIDE, POLICY_BASE_NOT_LIVE, POLICY_VERSION_SCHEDULED,
 * POLICY_HOLD_NOT_OWN, and all that {@link Publishable} asks
 */
export async function requireReady(
  draft: Draft,
  call: CommandCall<unknown>,
  { eyes, proposing }: Step,
): Promise<ReadyDraft> {
  const { transaction, now, dictionary, policySchema } = call;
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

  const base = await sealedRulesOf(transaction, draft.baseVersion);
  const rules = changed(base.rules, changes);
  // What a rollback gives was approved once.
  if (!isRollback) requireHoldOfOwn(changes, { roles: proposing, base: base.rules }, dictionary);
  const publishable = Publishable.of(
    { rules, ...(await originOf(draft, { base, rules, changes, eyes }, call)) },
    call,
  );

  // What a rollback takes back of a version that waits is not yet in force; what it changes is what is.
  const inForce = live === draft.baseVersion ? base : await sealedRulesOf(transaction, live);
  const touched = rolesTouched(
    [...changes, ...changesBetween(inForce.rules, rules), ...lostFrom(inForce)],
    policySchema.roles,
  );
  return { changes, base: base.rules, publishable, touched };
}

/** Where a draft's rules come from: what a rollback brings back is all as it was, whatever became of it since. */
async function originOf(
  { kind, rollsBackTo }: Draft,
  made: {
    readonly base: SealedRules;
    readonly rules: RuleSet;
    readonly changes: readonly Change[];
    readonly eyes: Eyes;
  },
  { transaction }: CommandCall<unknown>,
): Promise<Pick<Made, 'from' | 'seen'>> {
  if (kind === 'ROLLBACK') {
    const seal = await sealedIn(transaction, rollsBackTo ?? 0);
    return { from: [{ rules: made.rules, seal }], seen: new Set() };
  }
  const seen = made.eyes === 'FOUR' ? made.changes.map(({ rule }) => rule) : [];
  return { from: [made.base], seen: new Set(seen) };
}
