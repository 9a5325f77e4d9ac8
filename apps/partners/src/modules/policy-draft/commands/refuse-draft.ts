import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { Change } from '../changes/change.ts';
import { rolesTouched } from '../changes/change.ts';
import { changed, changesBetween, inverse, lostFrom, rebased } from '../changes/change-set.ts';
import type { SealedRules } from '../changes/rule-body.ts';
import { requireDecider } from '../guards/decider.ts';
import { requireRevision, requireState } from '../guards/revision.ts';
import { Publishable } from '../publishable.ts';
import { changesOf } from '../store/changes.ts';
import type { Draft } from '../store/draft.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { addVersion, holdPublication, sealedRulesOf, versionsAt } from '../store/versions.ts';
import { step } from './input.ts';
import { actorOf, DECIDERS, policyCommand } from './policy-command.ts';

const input = z.strictObject(step);

/** Refuses a draft; of one that is in force already, what it took away comes back as a new version. */
export const refusePolicyDraft = policyCommand(DECIDERS, input, async (call) => {
  const { transaction, principal, now, policySchema } = call;
  await holdPublication(transaction);
  const draft = await holdDraft(transaction, call.input.draft);
  requireRevision(draft, call.input.expectedRevision);
  requireState(draft, 'SUBMITTED', 'ACTIVE_UNCONFIRMED');
  const narrowing = draft.state === 'SUBMITTED' ? null : await narrowingOf(draft, call);
  const changes = [
    ...(await changesOf(transaction, draft.id)),
    ...(narrowing === null ? [] : [...narrowing.changes, ...lostFrom(narrowing.inForce)]),
  ];
  const touched = rolesTouched(changes, policySchema.roles);
  await requireDecider({ tookPart: await takingPart(transaction, draft.id), touched }, call);
  const version = narrowing === null ? null : await takeBack(draft, narrowing, call);
  await stepDraft(transaction, draft.id, {
    state: 'REFUSED',
    decidedBy: principal.accountId,
    decidedAt: now,
  });
  await recordStep(
    transaction,
    {
      kind: 'REFUSED',
      draftId: draft.id,
      ...(version === null ? {} : { version }),
      before: { state: draft.state },
      after: { state: 'REFUSED', version },
      reason: call.input.reason,
    },
    actorOf(call),
  );
  return { draft: draft.id };
});

/** What is in force, and what a draft that is took away from the version before it. */
interface Narrowing {
  readonly changes: readonly Change[];
  readonly live: number;
  readonly inForce: SealedRules;
  readonly before: SealedRules;
  readonly after: SealedRules;
}

/** What comes back is what the versions say, which are sealed, and not what the draft says of them. */
async function narrowingOf(
  draft: Draft,
  { transaction, now }: CommandCall<unknown>,
): Promise<Narrowing> {
  const { live, latest } = await versionsAt(transaction, now);
  if (latest > live) throw new CommandRefused('POLICY_VERSION_SCHEDULED', { about: [`${latest}`] });
  const before = await sealedRulesOf(transaction, draft.baseVersion);
  const after = await sealedRulesOf(transaction, draft.publishedVersion ?? 0);
  const changes = changesBetween(before.rules, after.rules);
  return { changes, live, inForce: await sealedRulesOf(transaction, live), before, after };
}

/** Publishes the rules in force without what the draft did. @throws CommandRefused POLICY_CHANGES_COLLIDE, and what {@link Publishable} asks */
async function takeBack(
  draft: Draft,
  { changes, live, inForce, before, after }: Narrowing,
  call: CommandCall<z.infer<typeof input>>,
): Promise<number> {
  const { transaction, principal, now } = call;
  const { moved, colliding } = rebased(inverse(changes), inForce.rules);
  if (colliding.length > 0)
    throw new CommandRefused('POLICY_CHANGES_COLLIDE', {
      about: colliding.map(({ rule }) => rule),
    });
  const rules = changed(inForce.rules, moved);
  const from = [before, after, inForce];
  return addVersion(transaction, {
    draftId: draft.id,
    follows: live,
    rules: Publishable.of({ rules, from, seen: new Set() }, call),
    proposedBy: principal.accountId,
    approvedBy: principal.accountId,
    reason: call.input.reason,
    activatedAt: now,
  });
}
