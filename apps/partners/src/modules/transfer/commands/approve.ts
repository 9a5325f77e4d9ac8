import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { APPROVING, holdForOffice } from '../guards/part.ts';
import { pickersOf } from '../store/manifests.ts';
import type { StepInput } from './steps.ts';
import { plainStep, stepInput } from './steps.ts';

/** Somebody who neither proposed it nor picked anything for it says that it may go. */
export const approveTransfer: Command<StepInput> = {
  roles: APPROVING,
  purpose: 'ANY',
  input: stepInput,
  run: async (call) => {
    const { transaction, principal } = call;
    const transfer = await holdForOffice(call);
    const hadPart = [transfer.proposedBy, ...(await pickersOf(transaction, transfer.id))];
    if (hadPart.includes(principal.accountId)) throw new CommandRefused('SECOND_PERSON');
    return plainStep(call, transfer, {
      move: 'APPROVE',
      change: { approvedBy: principal.accountId },
    });
  },
};
