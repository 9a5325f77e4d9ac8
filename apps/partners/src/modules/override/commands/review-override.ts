import {
  expectedRevision,
  hold,
  id,
  reason,
  requireRevision,
  takeStep,
  takingFor,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireUnrelated } from '../../conflict/guards/may-know.ts';
import { stepGrant } from '../../grant/commands/grant-step.ts';
import { holdGrant } from '../../grant/store/held-grant.ts';
import { overrideMachine } from '../override.machine.ts';
import type { HeldOverride } from '../store/overrides.ts';
import { OVERRIDES, stepOverride } from '../store/overrides.ts';
import { lockClasses } from '../unlocking.ts';

const input = z.strictObject({
  override: id,
  expectedRevision,
  outcome: z.enum(['UPHELD', 'NOT_UPHELD'], 'UPHELD or NOT_UPHELD'),
  reason,
});

/** Whether an override was right, as the data protection officer finds; one that was not ends at once. */
export const reviewOverride: Command<z.infer<typeof input>> = {
  roles: ['DATA_PROTECTION_OFFICER'],
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    const found = await hold<HeldOverride>(transaction, OVERRIDES, given.override);
    await requireUnrelated(call, found.families);
    // Nobody judges their own.
    if (found.accountId === principal.accountId) throw new CommandRefused('OWN_ACCESS');
    requireRevision(found, given.expectedRevision);
    const { accountId: account, agencyId: agency, episodeId: episode } = found;
    const state = await takeStep(
      overrideMachine,
      found,
      {
        move: given.outcome === 'UPHELD' ? 'UPHOLD' : 'NOT_UPHOLD',
        onBehalfOf: 'AGENCY',
        reason: given.reason,
        about: { account, agency, episode },
      },
      takingFor(call),
    );
    await stepOverride(transaction, found.id, { state, reviewedBy: principal.accountId });
    if (state === 'NOT_UPHELD' && found.grantId !== null && episode !== null) {
      const held = await holdGrant(transaction, found.grantId, now);
      const cause = 'NOT_UPHELD';
      if (['GRANTED', 'EXPIRING', 'SUSPENDED'].includes(held.state))
        await stepGrant(takingFor(call), held, {
          move: 'REVOKE',
          reason: given.reason,
          onBehalfOf: 'AGENCY',
          details: { cause },
          change: { revoked: { at: now, cause } },
        });
      await lockClasses(call, found.grantId);
    }
    return {
      override: found.id,
      state,
      explanation: found.explanation,
      revision: found.revision + 1,
      grant: found.grantId,
    };
  },
};
