import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { changesBetween } from '../changes/change-set.ts';
import { requireRoleNotHeld } from '../guards/role-not-held.ts';
import { requireReady } from '../readiness.ts';
import { saveChange } from '../store/changes.ts';
import { holdDraft, makeDraft } from '../store/draft.ts';
import { recordStep } from '../store/events.ts';
import { rolesHeldBy } from '../store/holdings.ts';
import { rulesOf, versionsAt } from '../store/versions.ts';
import { idempotencyKey, reason } from './input.ts';
import { actorOf, DECIDERS, policyCommand } from './policy-command.ts';

const LARGEST_VERSION = 2 ** 31 - 1;

const input = z.strictObject({
  toVersion: z.number().int().min(1).max(LARGEST_VERSION),
  reason,
  idempotencyKey,
});

/**
 * Submits a draft that brings back the rules of an earlier version, whatever has been approved since. What they give
 * was approved once, so any of the three roles may propose it who holds none of the roles that it touches.
 */
export const rollBackPolicy = policyCommand(DECIDERS, input, async (call) => {
  const { transaction, principal, now } = call;
  const { toVersion } = call.input;
  const { live, latest } = await versionsAt(transaction, now);
  if (toVersion > live)
    throw new CommandRefused('POLICY_VERSION_UNKNOWN', { about: [String(toVersion)] });
  const wanted = await rulesOf(transaction, toVersion);
  const changes = changesBetween(await rulesOf(transaction, latest), wanted);
  if (changes.length === 0)
    throw new CommandRefused('POLICY_VERSION_SAME', { about: [String(toVersion)] });
  const draft = await makeDraft(transaction, {
    kind: 'ROLLBACK',
    title: `Back to version ${toVersion}`,
    reason: call.input.reason,
    state: 'SUBMITTED',
    baseVersion: latest,
    rollsBackTo: toVersion,
    createdBy: principal.accountId,
    createdAt: now,
  });
  const author = { accountId: principal.accountId, at: now, reason: call.input.reason };
  for (const change of changes) await saveChange(transaction, draft, change, author);
  const { touched } = await requireReady(await holdDraft(transaction, draft), call, {
    eyes: 'FOUR',
    proposing: principal.roles,
  });
  requireRoleNotHeld(await rolesHeldBy(transaction, [principal.accountId], now), touched);
  await recordStep(
    transaction,
    {
      kind: 'SUBMITTED',
      draftId: draft,
      before: { version: latest },
      after: { state: 'SUBMITTED', rollsBackTo: toVersion, changes },
      reason: call.input.reason,
    },
    actorOf(call),
  );
  return { draft };
});
