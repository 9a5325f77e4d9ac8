import { onlyNarrows } from '@postern/policy';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireRevision, requireState } from '../guards/revision.ts';
import { requireRoleNotHeld } from '../guards/role-not-held.ts';
import { requireTookPart } from '../guards/took-part.ts';
import { requireReady } from '../readiness.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { rolesHeldBy } from '../store/holdings.ts';
import { addVersion, holdPublication } from '../store/versions.ts';
import { requireReadableRules } from '../validation.ts';
import { step } from './input.ts';
import { actorOf, PROPOSERS, policyCommand } from './policy-command.ts';

/** Puts a draft that only narrows in force at once; its second person decides afterwards. */
export const activateNarrowing = policyCommand(PROPOSERS, z.strictObject(step), async (call) => {
  const { transaction, principal, input, now, dictionary, policySchema } = call;
  await holdPublication(transaction);
  const draft = await holdDraft(transaction, input.draft);
  requireRevision(draft, input.expectedRevision);
  requireState(draft, 'EDITING', 'SUBMITTED');
  const people = await takingPart(transaction, draft.id);
  requireTookPart(principal.accountId, people);
  const { base, publishable, touched, changes } = await requireReady(draft, call, {
    eyes: 'TWO',
    proposing: principal.roles,
  });
  requireRoleNotHeld(await rolesHeldBy(transaction, people, now), touched);
  if (
    draft.kind !== 'CHANGE' ||
    !onlyNarrows(requireReadableRules(base, dictionary), publishable.read, policySchema)
  )
    throw new CommandRefused('POLICY_NOT_NARROWER');
  const version = await addVersion(transaction, {
    draftId: draft.id,
    follows: draft.baseVersion,
    rules: publishable,
    proposedBy: draft.createdBy,
    approvedBy: null,
    reason: draft.reason,
    activatedAt: now,
  });
  await stepDraft(transaction, draft.id, {
    state: 'ACTIVE_UNCONFIRMED',
    publishedVersion: version,
    activatesAt: now,
  });
  await recordStep(
    transaction,
    {
      kind: 'ACTIVATED_BEFORE_APPROVAL',
      draftId: draft.id,
      version,
      before: { state: draft.state, version: draft.baseVersion },
      after: { state: 'ACTIVE_UNCONFIRMED', version, changes },
      reason: input.reason,
    },
    actorOf(call),
  );
  return { draft: draft.id };
});
