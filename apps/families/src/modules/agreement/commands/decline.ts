import { expectedRevision, id, reason, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { openAgreement, partOf } from '../guards/opened.ts';
import { speaksFor } from '../law/part.ts';
import { endWords } from '../store/words.ts';
import { settled, stepPart } from './step.ts';
import { stepUnspoken } from './unspoken-for.ts';

const input = z.strictObject({ episode: id, expectedRevision, person: uuid, reason });

/** Early help is voluntary: somebody says no, for themselves; of a child only where nobody says yes (SHR-3.4.2c). */
export const recordDecline: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const opened = await openAgreement(call, call.input);
    const part = partOf(opened, call.input.person);
    // A young person who is asked themselves says no, whoever said yes for them.
    if (!speaksFor(part, opened) && part.othersWord)
      throw new CommandRefused('SPOKEN_FOR_BY_ANOTHER');
    await stepPart(
      opened,
      part,
      {
        move: 'DECLINE',
        onBehalfOf: 'FAMILY',
        reason: call.input.reason,
        change: { agrees: false },
      },
      takingFor(call),
    );
    await endWords(call.transaction, opened.agreement, part.personId, call.now);
    await stepUnspoken(call, opened, {
      move: 'WITHDRAW',
      onBehalfOf: 'FAMILY',
      reason: 'Nobody who is responsible for them agrees any more.',
      change: { agrees: false },
    });
    return settled(opened, call);
  },
};
