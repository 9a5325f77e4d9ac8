import { HOST } from '../../role-holding/offices.ts';
import { requirePapers } from '../guards/ready.ts';
import { requireSignable } from '../guards/signable.ts';
import { signature } from '../signature-input.ts';
import { moveAgency, requirePossible } from '../store/agency.ts';
import { writeSignature } from '../store/signature.ts';
import { agencyStep } from './agency-command.ts';

/**
 * Records a signature of the present version (SHR-SIG-a, DEV-CERT): the first one of an agency that negotiated, that of
 * one which joins by a supplemental agreement (DEV-A6), or a new one of an agency that signed before (STA-1.3a).
 */
export const signAgreement = agencyStep(HOST, { signature }, async (held, call, taking) => {
  const { transaction, input, now } = call;
  const given = input.signature;
  const moves = [...(given.supplemental ? (['JOIN'] as const) : []), 'SIGN', 'SIGN_AGAIN'] as const;
  requirePossible(held, ...moves);
  await requireSignable(transaction, { held, given }, now);
  await requirePapers(transaction, held.id, now, [
    'POLICIES',
    'DATA_SPECIFICATION',
    'CONTACT_OFFICER',
  ]);
  const id = await writeSignature(transaction, held.id, given, now);
  const details = { signature: id, agreement: given.agreement, version: given.version };
  await moveAgency(held, moves, { reason: input.reason, details }, taking);
});
