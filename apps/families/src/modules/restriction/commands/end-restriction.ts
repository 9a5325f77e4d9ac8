import { id, reason, recordEvent, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { openForSafety } from '../guards/open-for-safety.ts';
import { endRestrictionRow, holdRestriction } from '../store/restrictions.ts';

const input = z.strictObject({ episode: id, restriction: uuid, reason });

/** What was hidden to protect somebody need not be any more; who says so and why is on the record (STA-5.1b). */
export const endRestriction: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, now, input: given } = call;
    const held = await holdRestriction(transaction, given.restriction, now);
    if (held === null || held.episodeId !== given.episode)
      throw new CommandRefused('RECORD_UNKNOWN');
    await openForSafety(call, { episode: given.episode, person: held.person });
    await endRestrictionRow(transaction, held.id, now);
    const { actor } = takingFor(call);
    await recordEvent(
      transaction,
      {
        machine: 'SAFETY_RESTRICTION',
        subject: held.id,
        move: 'END',
        before: 'IN_FORCE',
        after: 'ENDED',
        onBehalfOf: 'AGENCY',
        reason: given.reason,
        about: { episode: held.episodeId },
      },
      actor,
    );
    return { restriction: held.id, state: 'ENDED', startsAt: null };
  },
};
