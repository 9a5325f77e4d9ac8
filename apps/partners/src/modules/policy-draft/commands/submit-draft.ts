import { z } from 'zod';
import { requireRevision, requireState } from '../guards/revision.ts';
import { requireRoleNotHeld } from '../guards/role-not-held.ts';
import { requireTookPart } from '../guards/took-part.ts';
import { requireReady } from '../readiness.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { rolesHeldBy } from '../store/holdings.ts';
import { step } from './input.ts';
import { actorOf, PROPOSERS, policyCommand } from './policy-command.ts';

/** Hands a draft to a second person. */
export const submitPolicyDraft = policyCommand(PROPOSERS, z.strictObject(step), async (call) => {
  const { transaction, principal, input, now } = call;
  const draft = await holdDraft(transaction, input.draft);
  requireRevision(draft, input.expectedRevision);
  requireState(draft, 'EDITING');
  const people = await takingPart(transaction, draft.id);
  requireTookPart(principal.accountId, people);
  const { changes, touched } = await requireReady(draft, call, {
    eyes: 'FOUR',
    proposing: principal.roles,
  });
  requireRoleNotHeld(await rolesHeldBy(transaction, people, now), touched);
  await stepDraft(transaction, draft.id, { state: 'SUBMITTED' });
  await recordStep(
    transaction,
    {
      kind: 'SUBMITTED',
      draftId: draft.id,
      before: { state: draft.state },
      after: { state: 'SUBMITTED', changes },
      reason: input.reason,
    },
    actorOf(call),
  );
  return { draft: draft.id };
});
