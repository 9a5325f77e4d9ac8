import { requireRevision, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { holdGrant } from '../store/held-grant.ts';
import type { GrantStepInput } from './grant-step.ts';
import { grantStepInput, stepGrant } from './grant-step.ts';

/** A worker gives notice that their support has ended, and with it their access (SHR-8.2.1h). */
export const endMyAccess: Command<GrantStepInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: grantStepInput,
  run: async (call) => {
    const { transaction, principal, input, now } = call;
    const held = await holdGrant(transaction, input.grant, now);
    if (held.accountId !== principal.accountId) throw new CommandRefused('RECORD_UNKNOWN');
    requireRevision(held, input.expectedRevision);
    const cause = 'SUPPORT_ENDED';
    await stepGrant(takingFor(call), held, {
      move: 'END',
      reason: input.reason,
      onBehalfOf: 'SELF',
      details: { cause },
      change: { revoked: { at: now, cause } },
    });
    return { grant: held.id };
  },
};
