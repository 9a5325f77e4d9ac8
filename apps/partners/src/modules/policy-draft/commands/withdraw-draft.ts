import { z } from 'zod';
import { requireRevision, requireState } from '../guards/revision.ts';
import { requireTookPart } from '../guards/took-part.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { step } from './input.ts';
import { actorOf, DECIDERS, policyCommand } from './policy-command.ts';

/** Takes a draft back that nobody has decided on. */
export const withdrawPolicyDraft = policyCommand(DECIDERS, z.strictObject(step), async (call) => {
  const { transaction, principal, input } = call;
  const draft = await holdDraft(transaction, input.draft);
  requireRevision(draft, input.expectedRevision);
  requireState(draft, 'EDITING', 'SUBMITTED');
  requireTookPart(principal.accountId, await takingPart(transaction, draft.id));
  await stepDraft(transaction, draft.id, { state: 'WITHDRAWN' });
  await recordStep(
    transaction,
    {
      kind: 'WITHDRAWN',
      draftId: draft.id,
      before: { state: draft.state },
      after: { state: 'WITHDRAWN' },
      reason: input.reason,
    },
    actorOf(call),
  );
  return { draft: draft.id };
});
