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
