import { randomUUID } from 'node:crypto';
import type { Statements } from '@postern/subgraph-kit';
import type { SignatureGiven } from '../signature-input.ts';

/** Writes a signature with the staff listed in it; an earlier one of the same agreement ends when it takes effect. */
export async function writeSignature(
  transaction: Statements,
  agency: string,
  given: SignatureGiven,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const effectiveFrom = (given.effectiveFrom ?? now).toISOString();
  await transaction.run({
    text: `UPDATE access.agency_signature SET ends_at = greatest(effective_from, $3::timestamptz)
      WHERE agency_id = $1 AND agreement = $2 AND (ends_at IS NULL OR ends_at > $3::timestamptz)`,
    values: [agency, given.agreement, effectiveFrom],
  });
  await transaction.run({
    text: `INSERT INTO access.agency_signature (id, agency_id, agreement, version, signatory_name, signatory_title, signed_on,
        effective_from, registration_number, supplemental) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      id,
      agency,
      given.agreement,
      given.version,
      given.signatoryName,
      given.signatoryTitle,
      given.signedOn,
      effectiveFrom,
      given.registrationNumber,
      given.supplemental,
    ],
  });
  await transaction.run({
    text: `INSERT INTO partners.listed_staff (signature_id, name, job_title)
      SELECT $1, person ->> 'name', person ->> 'jobTitle' FROM jsonb_array_elements($2::text::jsonb) AS person`,
    values: [id, JSON.stringify(given.staff)],
  });
  return id;
}
