import { reason, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { openAgreement } from '../guards/opened.ts';
import { removalStands } from '../store/access-ended.ts';
import { endExclusions, holdExclusion } from '../store/exclusions.ts';
import { holdParts } from '../store/parts.ts';
import { settled, stepPart } from './step.ts';

const input = z.strictObject({ episode: uuid, exclusion: uuid, reason });

/** The family wants an agency to know again what was kept from it. Access that ended is given anew, with everything that is asked of it. */
export const endExclusion: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, now, input: given } = call;
    const opened = await openAgreement(call, { episode: given.episode });
    const held = await holdExclusion(transaction, given.exclusion, now);
    if (
      held === null ||
      held.episodeId !== opened.agreement.episodeId ||
      !(await call.mayRecord('Exclusion', [held.id], ['scope'])).has(held.id)
    )
      throw new CommandRefused('RECORD_UNKNOWN');
    const { agency, episodeId: episode } = held;
    // What ended access by it is ended together with it, where it was begun.
    if (held.scope === 'WHOLE_AGENCY' && held.person === null)
      if (await removalStands(transaction, { episode, agency }))
        throw new CommandRefused('REMOVAL_STANDS');
    await endExclusions(transaction, [held.id], now);
    for (const part of await holdParts(transaction, opened.agreement, now))
      if (
        held.askedBy.includes(part.personId) &&
        !part.excludes &&
        part.state === 'SIGNED_WITH_EXCLUSIONS'
      )
        await stepPart(
          opened,
          part,
          { move: 'READMIT', onBehalfOf: 'FAMILY', reason: given.reason },
          takingFor(call),
        );
    return settled(opened, call);
  },
};
