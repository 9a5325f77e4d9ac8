import type { Statements } from '@postern/subgraph-kit';

/** Whether something of an episode went to social care, which still has it. */
export async function isSent(transaction: Statements, episode: string): Promise<boolean> {
  const [sent] = await transaction.run({
    text: `SELECT 1 AS sent FROM access.proceeding WHERE episode_id = $1 AND kind = 'TRANSFER' AND state IN ('SENT', 'RECEIVED') AND closed_at IS NULL LIMIT 1`,
    values: [episode],
  });
  return sent !== undefined;
}
