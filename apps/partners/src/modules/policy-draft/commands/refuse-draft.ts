import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { rolesTouched } from '../changes/change.ts';
import { changed, inverse, rebased } from '../changes/change-set.ts';
import { requireDecider } from '../guards/decider.ts';
import { requireRevision, requireState } from '../guards/revision.ts';
import { changesOf } from '../store/changes.ts';
import type { Draft } from '../store/draft.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { addVersion, holdPublication, rulesOf, versionsAt } from '../store/versions.ts';
import { requireValidRules } from '../validation.ts';
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
  const touched = rolesTouched(await changesOf(transaction, draft.id), policySchema.roles);
  await requireDecider({ tookPart: await takingPart(transaction, draft.id), touched }, call);
  const version = draft.state === 'SUBMITTED' ? null : await takeBack(draft, call);
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

/** Publishes the latest rules without what the draft did. @throws CommandRefused POLICY_CHANGES_COLLIDE, POLICY_VERSION_SCHEDULED */
async function takeBack(
  draft: Draft,
  {
    transaction,
    principal,
    now,
    policySchema,
    input: { reason },
  }: CommandCall<z.infer<typeof input>>,
): Promise<number> {
  const { live, latest } = await versionsAt(transaction, now);
  if (latest > live) throw new CommandRefused('POLICY_VERSION_SCHEDULED', { about: [`${latest}`] });
  const rules = await rulesOf(transaction, live);
  const { moved, colliding } = rebased(inverse(await changesOf(transaction, draft.id)), rules);
  if (colliding.length > 0)
    throw new CommandRefused('POLICY_CHANGES_COLLIDE', {
      about: colliding.map(({ rule }) => rule),
    });
  const before = changed(rules, moved);
  requireValidRules(before, policySchema);
  return addVersion(transaction, {
    draftId: draft.id,
    follows: live,
    rules: before,
    proposedBy: principal.accountId,
    approvedBy: principal.accountId,
    reason,
    activatedAt: now,
  });
}
