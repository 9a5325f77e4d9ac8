import type { Statements } from '@postern/subgraph-kit';

/** SQL: whether the override `held` is one after another of the same account for the same family that was not upheld. */
export const USED_AGAIN = `EXISTS (SELECT FROM partners.safeguarding_override earlier
  JOIN access.episode theirs ON theirs.id = earlier.episode_id
  JOIN access.episode opened ON opened.id = held.episode_id AND opened.family_id = theirs.family_id
  WHERE earlier.account_id = held.account_id AND earlier.state = 'NOT_UPHELD' AND earlier.at <= held.at AND earlier.id <> held.id)`;

/**
 * The same of one. It keeps nobody out: a child may be in danger all the same, and doubt must not stop protecting (STA-1.1).
 */
export async function isUsedAgain(transaction: Statements, override: string): Promise<boolean> {
  const rows = await transaction.run({
    text: `SELECT 1 AS again FROM partners.safeguarding_override held WHERE id = $1 AND ${USED_AGAIN}`,
    values: [override],
  });
  return rows.length > 0;
}
