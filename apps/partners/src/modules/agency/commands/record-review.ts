import { civilDay } from '@postern/policy';
import { day, text, title } from '@postern/steps';
import { argumentInvalid } from '@postern/subgraph-kit';
import { HOST } from '../../role-holding/offices.ts';
import { requireSigned } from '../guards/signed.ts';
import { moveAgency, requirePossible } from '../store/agency.ts';
import { agencyStep } from './agency-command.ts';

const LONGEST_FINDINGS = 20_000;
const shape = { agreement: title, heldOn: day, findings: text(LONGEST_FINDINGS) };

/** A review that was held with the agency, by which the next one is due (SHR-12, SOM-12a). */
export const recordReview = agencyStep(HOST, shape, async (held, call, taking) => {
  const { transaction, input, now } = call;
  requirePossible(held, 'REVIEW');
  if (input.heldOn > civilDay(now)) throw argumentInvalid('heldOn', 'today or a day before');
  await requireSigned(transaction, held.id, input.agreement, now);
  await transaction.run({
    text: 'INSERT INTO partners.agency_review (agency_id, agreement, held_on, findings) VALUES ($1, $2, $3, $4)',
    values: [held.id, input.agreement, input.heldOn, input.findings],
  });
  const details = { agreement: input.agreement, heldOn: input.heldOn };
  await moveAgency(held, 'REVIEW', { reason: input.reason, details }, taking);
});
