import type { Statements } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';

/** @throws CommandRefused ARGUMENT_INVALID where the agency has no signature of the agreement in effect */
export async function requireSigned(
  transaction: Statements,
  agency: string,
  agreement: string,
  now: Date,
): Promise<void> {
  const signed = await transaction.run<{ agreement: string }>({
    text: `SELECT DISTINCT agreement FROM access.agency_signature WHERE agency_id = $1
      AND effective_from <= $2::timestamptz AND (ends_at IS NULL OR ends_at > $2::timestamptz) ORDER BY 1`,
    values: [agency, now.toISOString()],
  });
  const keys = signed.map((row) => row.agreement);
  if (!keys.includes(agreement))
    throw argumentInvalid('agreement', `an agreement that the agency signed: ${keys.join(', ')}`);
}
