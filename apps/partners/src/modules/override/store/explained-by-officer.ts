import { isInUse, relatedFamilies } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';

/** SQL: whether whoever took the override `held` has, at a moment, a relationship with the family that it opened. */
export function takerRelated(at: string): string {
  return `EXISTS (SELECT FROM access.episode opened WHERE opened.id = held.episode_id
    AND opened.family_id IN (${relatedFamilies('held.account_id', at)}))`;
}

/**
 * SQL: whether it is an officer who explains the override `held` to the family: whoever took it is related, and so decides
 * nothing of it (SHR-1.2g), or has no account in use by which they could (SHR-3.5L-e).
 */
export function explainedByOfficer(at: string): string {
  return `(${takerRelated(at)} OR NOT EXISTS (SELECT FROM access.account taker WHERE taker.id = held.account_id AND ${isInUse('taker')}))`;
}

/** The same of one. */
export async function isExplainedByOfficer(
  transaction: Statements,
  override: string,
  now: Date,
): Promise<boolean> {
  const rows = await transaction.run({
    text: `SELECT 1 AS officer FROM partners.safeguarding_override held WHERE id = $1 AND ${explainedByOfficer('$2::timestamptz')}`,
    values: [override, now.toISOString()],
  });
  return rows.length > 0;
}
