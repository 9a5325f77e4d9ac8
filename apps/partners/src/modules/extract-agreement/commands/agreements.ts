import {
  begin,
  day,
  dayToCome,
  expectedRevision,
  id,
  idempotencyKey,
  reason,
  requireRevision,
  takeStep,
  takingFor,
  title,
} from '@postern/steps';
import type { Command, Finding } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { extractAgreementMachine } from '../extract-agreement.machine.ts';
import { EXTRACT_BODIES, EXTRACT_FLOWS, EXTRACT_PURPOSES } from '../extract-agreement.table.ts';
import { KEEPING } from '../guards/covered.ts';
import { invalid, notInstructable } from '../guards/possible.ts';
import { addAgreement, holdAgreement, signAgreement } from '../store/agreements.ts';
import { analysts, comparisonGroup, fields, method, smallestClass } from './instructions.ts';

const input = z.strictObject({
  flow: z.enum(EXTRACT_FLOWS),
  body: z.enum(EXTRACT_BODIES),
  actingFor: z.enum(EXTRACT_BODIES).nullish(),
  purpose: title,
  title,
  startsOn: day,
  endsOn: day,
  fields,
  comparisonGroup,
  smallestClass,
  analysts,
  method,
  destroyBy: day,
  reason,
  idempotencyKey,
});

/** Puts an agreement with a body of government on the register; nothing rests on it before it is signed. */
export const recordExtractAgreement: Command<z.infer<typeof input>> = {
  roles: KEEPING,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { reason: because, idempotencyKey: _, actingFor = null, ...given } = call.input;
    const purpose = EXTRACT_PURPOSES.find((each) => each === given.purpose);
    if (purpose === undefined)
      throw new CommandRefused('EXTRACT_PURPOSE_NOT_PERMITTED', { about: EXTRACT_PURPOSES });
    const findings = [
      ...(await notInstructable(transaction, given, now)),
      ...rightBody(call.input),
    ];
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const recordedBy = principal.accountId;
    const made = { ...given, purpose, actingFor, recordedBy, at: now };
    const agreement = await addAgreement(transaction, made);
    const { flow, body } = given;
    await begin(
      extractAgreementMachine,
      agreement,
      {
        move: 'RECORD',
        reason: because,
        onBehalfOf: 'AGENCY',
        about: {},
        details: { flow, body, purpose },
      },
      takingFor(call),
    );
    return {
      agreement,
      theme: null,
      extract: null,
      state: extractAgreementMachine.initial,
      revision: 1,
    };
  },
};

/** A processor acts for somebody else, and nobody but it for another. */
function rightBody({ body, actingFor = null }: z.infer<typeof input>): readonly Finding[] {
  return (body === 'ONS') === (actingFor !== null) && actingFor !== 'ONS'
    ? []
    : [invalid('actingFor', 'the department for which ONS acts, and of ONS alone')];
}

const signing = z.strictObject({ agreement: id, expectedRevision, signedOn: day, reason });

/** Both have signed it, says somebody who neither recorded it nor is named in it. */
export const recordExtractSignature: Command<z.infer<typeof signing>> = {
  roles: KEEPING,
  purpose: 'ANY',
  input: signing,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { signedOn, reason: because } = call.input;
    const agreement = await holdAgreement(transaction, call.input.agreement);
    requireRevision(agreement, call.input.expectedRevision);
    // Nobody lets themself have the lines of families.
    const had = [agreement.recordedBy, ...agreement.analysts];
    if (had.includes(principal.accountId)) throw new CommandRefused('SECOND_PERSON');
    const findings = dayToCome('signedOn', signedOn, now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const state = await takeStep(
      extractAgreementMachine,
      agreement,
      { move: 'SIGN', reason: because, onBehalfOf: 'AGENCY', about: {}, details: { signedOn } },
      takingFor(call),
    );
    await signAgreement(transaction, agreement.id, { on: signedOn, by: principal.accountId });
    return {
      agreement: agreement.id,
      theme: null,
      extract: null,
      state,
      revision: agreement.revision + 1,
    };
  },
};
