import { expectedRevision, id, recordEvent, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { agreementMachine } from '../agreement.machine.ts';
import { openAgreement, partOf } from '../guards/opened.ts';
import { writePart } from '../store/parts.ts';
import { settled } from './step.ts';

const input = z.strictObject({
  episode: id,
  expectedRevision,
  person: uuid,
  permitted: z.boolean(),
});

/** Whether somebody may be asked how they are, months after the episode ended: only if they are fine with it (DEV-A7b). */
export const recordFollowUpPermission: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { permitted } = call.input;
    const opened = await openAgreement(call, call.input);
    const part = partOf(opened, call.input.person);
    await writePart(call.transaction, part.id, { followUpPermission: permitted }, call.now);
    const { transaction, actor } = takingFor(call);
    await recordEvent(
      transaction,
      {
        machine: agreementMachine.name,
        subject: part.id,
        move: permitted ? 'PERMIT_FOLLOW_UP' : 'REFUSE_FOLLOW_UP',
        before: part.state,
        after: part.state,
        onBehalfOf: 'FAMILY',
        reason: permitted
          ? 'They are fine with being asked later.'
          : 'They do not want to be asked later.',
        about: { episode: opened.agreement.episodeId },
      },
      actor,
    );
    return settled(opened, call);
  },
};
