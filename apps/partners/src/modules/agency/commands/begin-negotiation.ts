import { HOST } from '../../role-holding/offices.ts';
import { moveAgency } from '../store/agency.ts';
import { agencyStep } from './agency-command.ts';

/** Talks begin about data specification, contact officer and evidence (DEV-1.2b, DEV-4.1). */
export const beginNegotiation = agencyStep(HOST, {}, (held, { input }, taking) =>
  moveAgency(held, 'NEGOTIATE', { reason: input.reason }, taking),
);
