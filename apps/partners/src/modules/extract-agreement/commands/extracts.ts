import {
  begin,
  day,
  dayToCome,
  expectedRevision,
  id,
  idempotencyKey,
  reason,
  requireRevision,
  takingFor,
  title,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { extractMachine } from '../extract-agreement.machine.ts';
import { ANALYSTS, KEEPING, requireCovered } from '../guards/covered.ts';
import { addExtract, holdAgreement, holdExtract } from '../store/extracts.ts';
import { takeExtractStep } from './steps.ts';

const MOST_FIELDS = 200;

const making = z.strictObject({
  agreement: id,
  fields: z.array(title).min(1, 'one field at least').max(MOST_FIELDS, `at most ${MOST_FIELDS}`),
  reason,
  idempotencyKey,
});

/** A named analyst says that they made an extract, and of which fields; what is in it is not kept here. */
export const registerExtract: Command<z.infer<typeof making>> = {
  roles: ANALYSTS,
  purpose: 'ANY',
  input: making,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { fields, reason: because } = call.input;
    const agreement = await holdAgreement(transaction, call.input.agreement);
    requireCovered(call, agreement, fields);
    const { initial: state } = extractMachine;
    const extract = await addExtract(
      transaction,
      { agreementId: agreement.id, state, fields: [...new Set(fields)] },
      { by: principal.accountId, at: now },
    );
    await begin(
      extractMachine,
      extract,
      { move: 'EXTRACT', reason: because, onBehalfOf: 'AGENCY', about: {}, details: { fields } },
      takingFor(call),
    );
    return { agreement: agreement.id, extract, state, revision: 1 };
  },
};

const sending = z.strictObject({ extract: id, expectedRevision, reason });

/** It was given to the body that the agreement is with, by somebody whom it names, while it is in force. */
export const sendExtract: Command<z.infer<typeof sending>> = {
  roles: ANALYSTS,
  purpose: 'ANY',
  input: sending,
  run: async (call) => {
    const { transaction, now, input } = call;
    const extract = await holdExtract(transaction, input.extract);
    requireRevision(extract, input.expectedRevision);
    requireCovered(call, await holdAgreement(transaction, extract.agreementId), extract.fields);
    const taken = { move: 'SEND', reason: input.reason, change: { sentAt: now } } as const;
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

/** Whoever had it has destroyed it, and certifies that. */
export const recordExtractDestroyed: Command<z.infer<typeof destroying>> = {
  roles: KEEPING,
  purpose: 'ANY',
  input: destroying,
  run: async (call) => {
    const { transaction, now, input } = call;
    const extract = await holdExtract(transaction, input.extract);
    requireRevision(extract, input.expectedRevision);
    const { destroyedOn: on, certificate, reason: because } = input;
    const findings = dayToCome('destroyedOn', on, now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const change = { destroyed: { on, certificate } };
    return takeExtractStep(extract, { move: 'DESTROY', reason: because, change }, takingFor(call));
  },
};
