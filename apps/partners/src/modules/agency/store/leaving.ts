import type { Statements } from '@postern/subgraph-kit';

/** Every signature of the agency ends when it leaves, whatever end it had. */
export async function leaveAt(
  transaction: Statements,
  agency: string,
  leavesAt: Date,
): Promise<void> {
  const values = [agency, leavesAt.toISOString()];
  await transaction.run({
    text: 'UPDATE access.agency SET leaves_at = $2 WHERE id = $1',
    values,
  });
  await transaction.run({
    text: `UPDATE access.agency_signature SET ends_at = greatest(effective_from, $2::timestamptz)
      WHERE agency_id = $1 AND (ends_at IS NULL OR ends_at > $2::timestamptz)`,
    values,
  });
}

/** An agency that comes back leaves at no time that is known; its signatures stay ended. */
export async function returned(transaction: Statements, agency: string): Promise<void> {
  await transaction.run({
    text: 'UPDATE access.agency SET leaves_at = NULL WHERE id = $1',
    values: [agency],
  });
}

/** Whoever was named is nobody to turn to any more. */
export async function endContact(
  transaction: Statements,
  agency: string,
  now: Date,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE partners.agency_contact SET ended_at = $2 WHERE agency_id = $1 AND ended_at IS NULL',
    values: [agency, now.toISOString()],
  });
}
