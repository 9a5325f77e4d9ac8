import { z } from 'zod';
import { day, moment, title } from '../../../steps/input.ts';
import { requirePapers } from '../guards/ready.ts';
import { requireSignable } from '../guards/signable.ts';
import { moveAgency, requirePossible } from '../store/agency.ts';
import { writeSignature } from '../store/signature.ts';
import { agencyStep, HOST } from './agency-command.ts';

const MOST_STAFF = 500;

const signature = z.strictObject({
  agreement: title,
  version: title,
  signatoryName: title,
  signatoryTitle: title,
  signedOn: day,
  registrationNumber: title,
  effectiveFrom: moment.nullish().transform((given) => given ?? null),
  supplemental: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
  staff: z
    .array(z.strictObject({ name: title, jobTitle: title }))
    .min(1, 'one person at least who needs access')
    .max(MOST_STAFF, `at most ${MOST_STAFF} people`),
});
export type SignatureGiven = z.output<typeof signature>;

/**
 * Records a signature of the present version (SHR-SIG-a, DEV-CERT): the first one of an agency that negotiated, that of
 * one which joins by a supplemental agreement (DEV-A6), or a new one of an agency that signed before (STA-1.3a).
 */
export const signAgreement = agencyStep(HOST, { signature }, async (held, call, taking) => {
  const { transaction, input, now } = call;
  const given = input.signature;
  const moves = [...(given.supplemental ? (['JOIN'] as const) : []), 'SIGN', 'SIGN_AGAIN'] as const;
  requirePossible(held, ...moves);
  await requireSignable(transaction, given, now);
  await requirePapers(transaction, held.id, now, [
    'POLICIES',
    'DATA_SPECIFICATION',
    'CONTACT_OFFICER',
  ]);
  const id = await writeSignature(transaction, held.id, given, now);
  const details = { signature: id, agreement: given.agreement, version: given.version };
  await moveAgency(held, moves, { reason: input.reason, details }, taking);
});
