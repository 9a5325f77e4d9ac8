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
import { z } from 'zod';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import { HOST } from '../../role-holding/offices.ts';
import { familyRemovalMachine } from '../family-removal.machine.ts';
import type { HeldRemoval } from '../store/removals.ts';
import { REMOVALS, tellRemoval } from '../store/removals.ts';

const input = z.strictObject({ removal: id, expectedRevision, reason });

/** Records that the agency was told, and how: the host's duty ends with it (SHR-8.2.1i). */
export const confirmAgencyTold: Command<z.infer<typeof input>> = {
  roles: HOST,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: given, now } = call;
    const held = await hold<HeldRemoval>(transaction, REMOVALS, given.removal);
    await requireMayKnow(call, [held.episodeId]);
    requireRevision(held, given.expectedRevision);
    const { episodeId: episode, agencyId: agency, accountId: account } = held;
    const about = { episode, agency, account };
    const state = await takeStep(
      familyRemovalMachine,
      held,
      { move: 'TELL', onBehalfOf: 'FAMILY', reason: given.reason, about },
      takingFor(call),
    );
    await tellRemoval(transaction, held.id, now);
    return { removal: held.id, state, revision: held.revision + 1 };
  },
};
