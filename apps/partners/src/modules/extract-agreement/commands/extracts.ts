import {
  day,
  dayToCome,
  expectedRevision,
  id,
  reason,
  requireRevision,
  takingFor,
  title,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { ANALYSTS, KEEPING, requireCovered, requireMethod } from '../guards/covered.ts';
import { holdBasis } from '../store/basis.ts';
import { holdExtract, shredExtract } from '../store/extracts.ts';
import { method } from './instructions.ts';
import { takeExtractStep } from './steps.ts';

const sending = z.strictObject({ extract: id, expectedRevision, method, reason });

/** It is given out, by somebody whom what it rests on names and while that is in force; from now on they download it. */
export const sendExtract: Command<z.infer<typeof sending>> = {
  roles: ANALYSTS,
  purpose: 'ANY',
  input: sending,
  run: async (call) => {
    const { transaction, now, input } = call;
    const extract = await holdExtract(transaction, input.extract);
    const { agreementId: agreement, themeId: theme } = extract;
    const basis = await holdBasis(transaction, { agreement, theme });
    requireCovered(call, basis, extract);
    requireMethod(basis, input.method);
    requireRevision(extract, input.expectedRevision);
    const { reason: because } = input;
    const done = { details: { method: input.method }, change: { sentAt: now } };
    const taken = { move: 'SEND', reason: because, ...done } as const;
    return takeExtractStep(extract, taken, takingFor(call));
  },
};

const destroying = z.strictObject({
  extract: id,
  expectedRevision,
  destroyedOn: day,
  certificate: title,
  reason,
});

/** Whoever had it has destroyed it, and certifies that, says somebody who was not given it; what is kept of it here goes with it. */
export const recordExtractDestroyed: Command<z.infer<typeof destroying>> = {
  roles: KEEPING,
  purpose: 'ANY',
  input: destroying,
  run: async (call) => {
    const { transaction, principal, now, input } = call;
    const extract = await holdExtract(transaction, input.extract);
    requireRevision(extract, input.expectedRevision);
    const { agreementId: agreement, themeId: theme } = extract;
    const { analysts } = await holdBasis(transaction, { agreement, theme });
    // Whoever was given it does not say themself that they have it no more, and are given another.
    if (analysts.includes(principal.accountId)) throw new CommandRefused('SECOND_PERSON');
    const { destroyedOn: on, certificate, reason: because } = input;
    const findings = dayToCome('destroyedOn', on, now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const change = { destroyed: { on, certificate } };
    const taken = { move: 'DESTROY', reason: because, change } as const;
    const answer = await takeExtractStep(extract, taken, takingFor(call));
    await shredExtract(transaction, extract.id);
    return answer;
  },
};
