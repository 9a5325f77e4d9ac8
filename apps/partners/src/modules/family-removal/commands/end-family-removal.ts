import { holdEpisode, takeSteps, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireGrantorOrLead } from '../../grant/guards/grantor.ts';
import { familyRemovalMachine } from '../family-removal.machine.ts';
import { endRemovals, holdRemovals, readmitAgency } from '../store/removals.ts';
import { namesOne, ONE_NAMED, removalOf } from './removal-of.ts';

const input = z.strictObject(removalOf).refine(namesOne, ONE_NAMED);

/**
 * The family wants an agency or a worker back: whoever may put a removal on the record puts that there, too. It opens
 * nothing; access is given anew, with everything that is asked of it (SHR-8.2.1i).
 */
export const endFamilyRemoval: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    const { episode, agency = null, practitioner = null, reason } = given;
    await holdEpisode(transaction, episode);
    await requireGrantorOrLead(call, episode);
    if (practitioner === principal.accountId || agency === principal.agencyId)
      throw new CommandRefused('OWN_ACCESS');
    const removals = await holdRemovals(transaction, { episode, agency, practitioner });
    const [newest] = removals;
    if (newest === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    await takeSteps(
      familyRemovalMachine,
      removals,
      {
        move: 'END',
        onBehalfOf: 'FAMILY',
        reason,
        about: ({ agencyId, accountId }) => ({ episode, agency: agencyId, account: accountId }),
      },
      takingFor(call),
    );
    await endRemovals(transaction, removals);
    if (agency !== null) await readmitAgency(transaction, { episode, agency, at: now });
    return { removal: newest.id, state: 'ENDED', revision: newest.revision + 1 };
  },
};
