import { day, dayToCome, title } from '@postern/steps';
import type { Command, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { CONSENTING, holdForOffice, holdReceived, RECEIVING } from '../guards/part.ts';
import type { OnwardConsent } from '../store/onward-consents.ts';
import { addConsent, consentTo, useConsent } from '../store/onward-consents.ts';
import { plainStep, step } from './steps.ts';

const consenting = z.strictObject({
  ...step,
  recipient: title,
  letter: title,
  amendedOn: day.nullish(),
});

/** The council agrees in writing that what it sent is passed on to one other, and says when the agreement was changed for it (SHR-SIG-b). */
export const consentToOnwardDisclosure: Command<z.infer<typeof consenting>> = {
  roles: CONSENTING,
  purpose: 'ANY',
  input: consenting,
  run: async (call) => {
    const { transaction, principal, now, input } = call;
    const { recipient, letter, amendedOn = null } = input;
    const transfer = await holdForOffice(call);
    if (transfer.receiverId === principal.accountId) throw new CommandRefused('OWN_ACCESS');
    const findings = dayToCome('amendedOn', amendedOn, now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    const answer = await plainStep(call, transfer, {
      move: 'CONSENT_ONWARD',
      details: { recipient, amendedOn },
    });
    const by = principal.accountId;
    await addConsent(transaction, {
      transfer: transfer.id,
      recipient,
      letter,
      amendedOn,
      by,
      at: now,
    });
    return answer;
  },
};

const disclosing = z.strictObject({ ...step, recipient: title });

/** Whoever was sent something passes it on to another, which the council has agreed to before (SHR-SIG-b). */
export const recordOnwardDisclosure: Command<z.infer<typeof disclosing>> = {
  roles: RECEIVING,
  purpose: 'ANY',
  input: disclosing,
  run: async (call) => {
    const { transaction, principal, now, input } = call;
    const { recipient } = input;
    const transfer = await holdReceived(call);
    const consent = await consentTo(transaction, { transfer: transfer.id, recipient });
    const findings = against(consent);
    if (consent === null || findings.length > 0)
      throw new CommandRefused('ONWARD_NOT_PERMITTED', { findings });
    await useConsent(transaction, consent.id, { by: principal.accountId, at: now });
    return plainStep(call, transfer, { move: 'DISCLOSE_ONWARD', details: { recipient } });
  },
};

function against(consent: OnwardConsent | null): readonly Finding[] {
  return [
    ...(consent === null
      ? [finding('recipient', 'NO_CONSENT', 'one to whom the council agreed in writing before')]
      : []),
    ...(consent?.amendedOn == null
      ? [finding('recipient', 'AGREEMENT_NOT_AMENDED', 'an agreement that was changed for it')]
      : []),
  ];
}
