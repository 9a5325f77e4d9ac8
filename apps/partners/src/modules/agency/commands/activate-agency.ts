import { HOST } from '../../role-holding/offices.ts';
import { requirePapers } from '../guards/ready.ts';
import { moveAgency, requirePossible } from '../store/agency.ts';
import { agencyStep } from './agency-command.ts';

/** Lets a signed agency take part, once its signature is in effect and its papers are in. */
export const activateAgency = agencyStep(HOST, {}, async (held, call, taking) => {
  requirePossible(held, 'ACTIVATE');
  await requirePapers(call.transaction, held.id, call.now, [
    'SIGNATURE',
    'POLICIES',
    'DATA_SPECIFICATION',
    'CONTACT_OFFICER',
  ]);
  await moveAgency(held, 'ACTIVATE', { reason: call.input.reason }, taking);
});
