import type { Answer, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { rolesTouched } from '../changes/change.ts';
import { requireCycleHeld } from '../guards/cycle-can-act.ts';
import { CYCLE_ROLES } from '../guards/cycle-roles.ts';
import { requireDecider } from '../guards/decider.ts';
import { requireRevision, requireState } from '../guards/revision.ts';
import { requireReady } from '../readiness.ts';
import { changesOf } from '../store/changes.ts';
import type { Draft } from '../store/draft.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { rolesHeldBy, rolesWithHolder } from '../store/holdings.ts';
import { addVersion, holdPublication } from '../store/versions.ts';
import { moment, step } from './input.ts';
import { actorOf, DECIDERS, policyCommand } from './policy-command.ts';

const LATEST_ACTIVATION_MS = 366 * 86_400_000;

const input = z.strictObject({ ...step, activateAt: moment.nullish() });
type Approval = CommandCall<z.infer<typeof input>>;

/** Publishes a submitted draft, or confirms one that only narrows and is in force already. */
export const approvePolicyDraft = policyCommand(DECIDERS, input, async (call) => {
  await holdPublication(call.transaction);
  const draft = await holdDraft(call.transaction, call.input.draft);
  requireRevision(draft, call.input.expectedRevision);
  requireState(draft, 'SUBMITTED', 'ACTIVE_UNCONFIRMED');
  return draft.state === 'SUBMITTED' ? publish(draft, call) : confirm(draft, call);
});

async function publish(draft: Draft, call: Approval): Promise<Answer> {
  const { transaction, principal, now } = call;
  const activatedAt = activationOf(call);
  const tookPart = await takingPart(transaction, draft.id);
  // The hold that is asked for is that of those who proposed it, as they hold their roles by now.
  const proposing = await rolesHeldBy(transaction, tookPart, now);
  const { publishable, touched, changes } = await requireReady(draft, call, {
    eyes: 'FOUR',
    proposing,
  });
  await requireDecider({ tookPart, touched }, call);
  if (draft.kind === 'CHANGE')
    requireCycleHeld(await rolesWithHolder(transaction, CYCLE_ROLES, now));
  const version = await addVersion(transaction, {
    draftId: draft.id,
    follows: draft.baseVersion,
    rules: publishable,
    proposedBy: draft.createdBy,
    approvedBy: principal.accountId,
    reason: draft.reason,
    activatedAt,
  });
  await stepDraft(transaction, draft.id, {
    state: 'PUBLISHED',
    decidedBy: principal.accountId,
    decidedAt: now,
    publishedVersion: version,
    activatesAt: activatedAt,
  });
  await recordStep(
    transaction,
    {
      kind: 'APPROVED',
      draftId: draft.id,
      version,
      before: { state: draft.state, version: draft.baseVersion },
      after: { state: 'PUBLISHED', version, activatedAt: activatedAt.toISOString(), changes },
      reason: call.input.reason,
    },
    actorOf(call),
  );
  return { draft: draft.id };
}

async function confirm(draft: Draft, call: Approval): Promise<Answer> {
  const { transaction, principal, now, policySchema } = call;
  if (call.input.activateAt != null) throw new CommandRefused('POLICY_ACTIVATION_INVALID');
  const changes = await changesOf(transaction, draft.id);
  const tookPart = await takingPart(transaction, draft.id);
  const touched = rolesTouched(changes, policySchema.roles);
  await requireDecider({ tookPart, touched }, call);
  await stepDraft(transaction, draft.id, {
    state: 'PUBLISHED',
    decidedBy: principal.accountId,
    decidedAt: now,
  });
  await recordStep(
    transaction,
    {
      kind: 'CONFIRMED',
      draftId: draft.id,
      ...(draft.publishedVersion === null ? {} : { version: draft.publishedVersion }),
      before: { state: draft.state },
      after: { state: 'PUBLISHED' },
      reason: call.input.reason,
    },
    actorOf(call),
  );
  return { draft: draft.id };
}

/** At once, or later within a year: what is dated back would say that it was in force when it was not. */
function activationOf({ input: { activateAt }, now }: Approval): Date {
  if (activateAt == null) return now;
  const ahead = activateAt.getTime() - now.getTime();
  if (ahead <= 0 || ahead > LATEST_ACTIVATION_MS)
    throw new CommandRefused('POLICY_ACTIVATION_INVALID');
  return activateAt;
}
