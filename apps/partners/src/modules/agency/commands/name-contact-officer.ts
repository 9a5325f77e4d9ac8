import { title } from '@postern/steps';
import { HOST } from '../../role-holding/offices.ts';
import { organisationalEmail } from '../guards/email.ts';
import { noteAgency, requireNotIn } from '../store/agency.ts';
import { endContact } from '../store/leaving.ts';
import { agencyStep } from './agency-command.ts';

const shape = { name: title, jobTitle: title, phone: title, email: organisationalEmail };

/** Whom the partnership turns to, in place of whoever was named before (DEV-1.2b, STA-10). */
export const nameContactOfficer = agencyStep(HOST, shape, async (held, call, taking) => {
  const { transaction, input, now } = call;
  requireNotIn(held, 'WITHDRAWN');
  await endContact(transaction, held.id, now);
  await transaction.run({
    text: `INSERT INTO partners.agency_contact (agency_id, name, job_title, phone, email, named_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [held.id, input.name, input.jobTitle, input.phone, input.email, now.toISOString()],
  });
  await noteAgency(held, 'NAME_CONTACT_OFFICER', { reason: input.reason }, taking);
});
