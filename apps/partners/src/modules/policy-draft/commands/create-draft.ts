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
    const { id, isNew } = await makeDraft(transaction, {
      ...input,
      kind: 'CHANGE',
      state: 'EDITING',
      baseVersion,
      rollsBackTo: null,
      createdBy: principal.accountId,
      createdAt: now,
    });
    if (isNew)
      await recordStep(
        transaction,
        {
          kind: 'CREATED',
          draftId: id,
          before: null,
          after: { title: input.title, baseVersion },
          reason: input.reason,
        },
        actorOf(call),
      );
    return { draft: id };
  },
);
