import { id, idempotencyKey, recordEvents, takingFor, text, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { agreementMachine } from '../agreement.machine.ts';
import { openOrBegin, partOf } from '../guards/opened.ts';
import { writePart } from '../store/parts.ts';
import { settled } from './step.ts';

const LONGEST_BASIS = 2_000;
const MOST_PERSONS = 50;

const input = z
  .strictObject({
    episode: id,
    persons: z.array(uuid).min(1).max(MOST_PERSONS),
    basis: text(LONGEST_BASIS),
    explained: z.boolean(),
    notExplainedBecause: text(LONGEST_BASIS).nullish(),
    consultedBefore: text(LONGEST_BASIS).nullish(),
    idempotencyKey,
  })
  .refine(({ explained, notExplainedBecause }) => explained || notExplainedBecause != null, {
    path: ['notExplainedBecause'],
    message: 'why the concern was not explained to them: where it would endanger somebody',
  });

/**
 * Information is shared about somebody who did not agree, because a law asks for it: the concern was explained to them, or why
 * not (SHR-3.7.2b); where somebody was consulted before anything was discussed, why the child's welfare asked for it (SHR-3.8.2c).
 */
export const recordBasisWithoutAgreement: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { basis, explained, notExplainedBecause, consultedBefore } = call.input;
    const opened = await openOrBegin(call, call.input.episode);
    const parts = [...new Set(call.input.persons)].map((person) => partOf(opened, person));
    for (const part of parts) {
      const change = { basis, ...(consultedBefore == null ? {} : { consultedBefore }) };
      await writePart(call.transaction, part.id, change, call.now);
      const { transaction, actor } = takingFor(call);
      // It is no step of the agreement: nobody agreed by it.
      await recordEvents(
        transaction,
        {
          machine: agreementMachine.name,
          move: 'RECORD_BASIS',
          after: part.state,
          onBehalfOf: 'AGENCY',
          reason: consultedBefore ?? notExplainedBecause ?? 'The basis stands with the agreement.',
          details: { explained, consultedBefore: consultedBefore != null },
          of: [
            {
              subject: part.id,
              before: part.state,
              about: { episode: opened.agreement.episodeId },
            },
          ],
        },
        actor,
      );
    }
    return settled(opened, call);
  },
};
