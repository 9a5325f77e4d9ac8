import { HOST } from '../../role-holding/offices.ts';
import { domains } from '../guards/domain.ts';
import { noteAgency, requireNotIn } from '../store/agency.ts';
import { writeDomains } from '../store/domains.ts';
import { agencyStep } from './agency-command.ts';

/** The domains at which an agency's people have personal addresses (SHR-8.1c). */
export const recordAgencyDomains = agencyStep(HOST, { domains }, async (held, call, taking) => {
  requireNotIn(held, 'WITHDRAWN');
  await writeDomains(call.transaction, held.id, call.input.domains);
  await noteAgency(held, 'RECORD_DOMAINS', { reason: call.input.reason }, taking);
});
