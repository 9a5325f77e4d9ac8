import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { rebased } from '../changes/change-set.ts';
import { requireRevision, requireState } from '../guards/revision.ts';
import { requireTookPart } from '../guards/took-part.ts';
import { changesOf, dropChange, markChange } from '../store/changes.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { rulesOf } from '../store/versions.ts';
import { step } from './input.ts';
import { actorOf, PROPOSERS, policyCommand } from './policy-command.ts';

/** Moves a draft onto the version in force; changes that collide stay in it, marked. */
export const rebasePolicyDraft = policyCommand(PROPOSERS, z.strictObject(step), async (call) => {
  const { transaction, principal, input } = call;
  const draft = await holdDraft(transaction, input.draft);
  requireRevision(draft, input.expectedRevision);
  requireState(draft, 'EDITING', 'SUBMITTED');
  if (draft.kind !== 'CHANGE')
    throw new CommandRefused('POLICY_DRAFT_STATE', { about: [draft.kind] });
  requireTookPart(principal.accountId, await takingPart(transaction, draft.id));

  const live = principal.policyVersion;
  const changes = await changesOf(transaction, draft.id);
  const { moved, colliding, made } = rebased(changes, await rulesOf(transaction, live));
  for (const { rule } of made) await dropChange(transaction, draft.id, rule);
  for (const { rule } of moved) await markChange(transaction, draft.id, rule, false);
  for (const { rule } of colliding) await markChange(transaction, draft.id, rule, true);
  // What was submitted is to be looked at again before a second person sees it.
  await stepDraft(transaction, draft.id, { baseVersion: live, state: 'EDITING' });
  await recordStep(
    transaction,
    {
      kind: 'REBASED',
      draftId: draft.id,
      before: { baseVersion: draft.baseVersion, state: draft.state, changes },
      after: {
        baseVersion: live,
        state: 'EDITING',
        moved: moved.map(({ rule }) => rule),
        colliding: colliding.map(({ rule }) => rule),
        made: made.map(({ rule }) => rule),
      },
      reason: input.reason,
    },
    actorOf(call),
  );
  return { draft: draft.id };
});
