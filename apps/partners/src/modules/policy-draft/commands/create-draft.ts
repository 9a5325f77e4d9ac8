import { z } from 'zod';
import { makeDraft } from '../store/draft.ts';
import { recordStep } from '../store/events.ts';
import { idempotencyKey, reason, title } from './input.ts';
import { actorOf, PROPOSERS, policyCommand } from './policy-command.ts';

/** Begins a draft on the version in force. */
export const createPolicyDraft = policyCommand(
  PROPOSERS,
  z.strictObject({ title, reason, idempotencyKey }),
  async (call) => {
    const { transaction, principal, input, now } = call;
    const baseVersion = principal.policyVersion;
    const draft = await makeDraft(transaction, {
      title: input.title,
      reason: input.reason,
      kind: 'CHANGE',
      state: 'EDITING',
      baseVersion,
      rollsBackTo: null,
      createdBy: principal.accountId,
      createdAt: now,
    });
    await recordStep(
      transaction,
      {
        kind: 'CREATED',
        draftId: draft,
        before: null,
        after: { title: input.title, baseVersion },
        reason: input.reason,
      },
      actorOf(call),
    );
    return { draft };
  },
);
