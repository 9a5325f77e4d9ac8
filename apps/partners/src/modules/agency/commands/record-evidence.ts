import { randomUUID } from 'node:crypto';
import { EVIDENCE_KINDS } from '@postern/access-facts';
import { day } from '@postern/steps';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../../role-holding/offices.ts';
import { noteAgency, requireNotIn } from '../store/agency.ts';
import { agencyStep } from './agency-command.ts';

const shape = { kind: z.enum(EVIDENCE_KINDS), validFrom: day, validUntil: day };

/** Evidence that an agency sent, with the days on which it is valid (SHR-8.3.7d, DEV-4.1, SOM-9, SHR-8.4.4b). */
export const recordAgencyEvidence = agencyStep(HOST, shape, async (held, call, taking) => {
  const { kind, validFrom, validUntil, reason } = call.input;
  requireNotIn(held, 'WITHDRAWN');
  if (validUntil < validFrom) throw argumentInvalid('validUntil', 'a day on or after "validFrom"');
  await call.transaction.run({
    text: `INSERT INTO access.agency_evidence (id, agency_id, kind, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5)`,
    values: [randomUUID(), held.id, kind, validFrom, validUntil],
  });
  const details = { kind, validFrom, validUntil };
  await noteAgency(held, 'RECORD_EVIDENCE', { reason, details }, taking);
});
