import { isHeld } from '@postern/access-facts';
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
  uuid,
} from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { extractAgreementMachine } from '../extract-agreement.machine.ts';
import { EXTRACT_BODIES, EXTRACT_FLOWS, EXTRACT_PURPOSES } from '../extract-agreement.table.ts';
import { ANALYSTS, KEEPING } from '../guards/covered.ts';
import { addAgreement, holdAgreement, signAgreement } from '../store/extracts.ts';

const MOST_FIELDS = 200;
const MOST_ANALYSTS = 20;

const input = z.strictObject({
  flow: z.enum(EXTRACT_FLOWS),
  body: z.enum(EXTRACT_BODIES),
  actingFor: z.enum(EXTRACT_BODIES).nullish(),
  purpose: title,
  title,
  startsOn: day,
  endsOn: day,
  fields: z.array(title).min(1, 'one field at least').max(MOST_FIELDS, `at most ${MOST_FIELDS}`),
  analysts: z.array(uuid).min(1, 'one analyst').max(MOST_ANALYSTS, `at most ${MOST_ANALYSTS}`),
  destroyBy: day,
  reason,
  idempotencyKey,
});
type Recording = CommandCall<z.infer<typeof input>>;

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
    const findings = [...possible(call), ...(await notAnalysts(call))];
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
    return { agreement, extract: null, state: extractAgreementMachine.initial, revision: 1 };
  },
};

/** What of it cannot be: days in no order, a processor of its own, a field that no record has. */
function possible({ input: given, dictionary }: Recording): readonly Finding[] {
  const { startsOn, endsOn, destroyBy, body, actingFor = null, fields } = given;
  const unknown = fields.filter((field) => {
    const [type = '', name = ''] = field.split('.');
    return dictionary.get(type)?.has(name) !== true;
  });
  return [
    ...(startsOn <= endsOn ? [] : [invalid('endsOn', 'a day not before startsOn')]),
    ...(startsOn <= destroyBy ? [] : [invalid('destroyBy', 'a day not before startsOn')]),
    ...((body === 'ONS') === (actingFor !== null) && actingFor !== 'ONS'
      ? []
      : [invalid('actingFor', 'the department for which ONS acts, and of ONS alone')]),
    ...unknown.map(() => invalid('fields', 'names of fields of records, for example Need.outcome')),
  ];
}

function invalid(part: string, expected: string): Finding {
  return finding(part, 'ARGUMENT_INVALID', expected);
}

async function notAnalysts({
  transaction,
  input: { analysts },
  now,
}: Recording): Promise<readonly Finding[]> {
  const rows = await transaction.run({
    text: `SELECT DISTINCT office.account_id FROM access.role_holding office WHERE office.account_id = ANY ($1::uuid[]) AND office.role = ANY ($2::text[])
      AND ${isHeld('office', '$3')}`,
    values: [analysts, [...ANALYSTS], now.toISOString()],
  });
  return rows.length === new Set(analysts).size
    ? []
    : [invalid('analysts', 'accounts of analysts')];
}

const signing = z.strictObject({ agreement: id, expectedRevision, signedOn: day, reason });

/** Both have signed it. */
export const recordExtractSignature: Command<z.infer<typeof signing>> = {
  roles: KEEPING,
  purpose: 'ANY',
  input: signing,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { signedOn, reason: because } = call.input;
    const agreement = await holdAgreement(transaction, call.input.agreement);
    requireRevision(agreement, call.input.expectedRevision);
    const findings = dayToCome('signedOn', signedOn, now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const state = await takeStep(
      extractAgreementMachine,
      agreement,
      { move: 'SIGN', reason: because, onBehalfOf: 'AGENCY', about: {}, details: { signedOn } },
      takingFor(call),
    );
    await signAgreement(transaction, agreement.id, { on: signedOn, by: principal.accountId });
    return { agreement: agreement.id, extract: null, state, revision: agreement.revision + 1 };
  },
};
