import { expectedRevision, id, reason, recordEvent, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { agreementMachine } from '../agreement.machine.ts';
import { COMPETENCES } from '../agreement-part.table.ts';
import { openAgreement, partOf } from '../guards/opened.ts';
import { ageOf } from '../law/part.ts';
import { writePart } from '../store/parts.ts';
import { tellLead } from '../store/told.ts';
import { settled } from './step.ts';

const input = z.strictObject({
  episode: id,
  expectedRevision,
  person: uuid,
  decision: z.enum(COMPETENCES),
  directlySupported: z.boolean(),
  reason,
});

/**
 * A practitioner decides anew whether a young person can agree for themselves. Turned round, it asks for somebody to look at what
 * followed from it: what they said and what they keep from their parents stays as it is, and nothing is revealed by it (SHR-3.4.3d).
 */
export const reviewCompetence: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { decision, directlySupported, reason: because } = call.input;
    const opened = await openAgreement(call, call.input);
    const part = partOf(opened, call.input.person);
    if (ageOf(part, opened) !== 'YOUNG_PERSON') throw new CommandRefused('NOT_A_YOUNG_PERSON');
    const isTurned = part.competence === 'COMPETENT' && decision === 'NOT_COMPETENT';
    await writePart(
      call.transaction,
      part.id,
      {
        competence: decision,
        competenceReason: because,
        competenceBy: call.principal.accountId,
        directlySupported,
        reviewDue: isTurned,
      },
      call.now,
    );
    const { transaction, actor } = takingFor(call);
    await recordEvent(
      transaction,
      {
        machine: agreementMachine.name,
        subject: part.id,
        move: decision === 'COMPETENT' ? 'FIND_COMPETENT' : 'FIND_NOT_COMPETENT',
        before: part.state,
        after: part.state,
        onBehalfOf: 'AGENCY',
        reason: because,
        about: { episode: opened.agreement.episodeId },
        details: { directlySupported, reviewDue: isTurned },
      },
      actor,
    );
    if (isTurned)
      await tellLead(
        transaction,
        { kind: 'LIMIT_TO_REVIEW', episode: opened.agreement.episodeId },
        call.now,
      );
    return settled(opened, call);
  },
};
