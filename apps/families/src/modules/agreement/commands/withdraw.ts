import { FAMILY_ROLES } from '@postern/policy';
import { id, idempotencyKey, reason, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { openAgreement, openOwnPart, partOf } from '../guards/opened.ts';
import { ageOf } from '../law/part.ts';
import { endWords } from '../store/words.ts';
import { settled, stepPart } from './step.ts';
import { stepUnspoken } from './unspoken-for.ts';

const input = z.strictObject({ episode: id, person: uuid, reason, idempotencyKey });

/**
 * Somebody of the family agrees no longer, for themselves: by their own account, or on their word. What they said for a child
 * is over with it; the child's part goes on while somebody else who is responsible agrees, or the young person does, or a law
 * stands in for it (SHR-3.4.3). Nothing is erased by it.
 */
export const withdrawAgreement: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const isFamily = call.principal.roles.some((role) => FAMILY_ROLES.includes(role));
    const opened = await (isFamily ? openOwnPart : openAgreement)(call, call.input);
    const part = partOf(opened, call.input.person);
    // Nobody takes a child's part away in the child's name.
    const age = ageOf(part, opened);
    if (age === 'CHILD' || (age === 'YOUNG_PERSON' && part.competence === 'NOT_COMPETENT'))
      throw new CommandRefused('SIGNER_NOT_ENTITLED');
    await stepPart(
      opened,
      part,
      {
        move: 'WITHDRAW',
        onBehalfOf: isFamily ? 'SELF' : 'FAMILY',
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
