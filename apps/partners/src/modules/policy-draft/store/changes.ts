import type { Statements } from '@postern/subgraph-kit';
import type { Change } from '../changes/change.ts';
import { kindOf } from '../changes/change.ts';

/** Who writes a change, when and why. */
export interface ChangeAuthor {
  readonly accountId: string;
  readonly at: Date;
  readonly reason: string;
}

/** The changes of a draft, by rule name. */
export function changesOf(transaction: Statements, draftId: string): Promise<readonly Change[]> {
  return transaction.run<Change>({
    text: 'SELECT rule, before, after, collides FROM partners.policy_change WHERE draft_id = $1 ORDER BY rule',
    values: [draftId],
  });
}

/** Writes what a draft does to a rule, in place of what it did before. */
export async function saveChange(
  transaction: Statements,
  draftId: string,
  change: Change,
  author: ChangeAuthor,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.policy_change (draft_id, rule, kind, before, after, collides, reason, made_by, made_at)
      VALUES ($1, $2, $3, $4::text::jsonb, $5::text::jsonb, $6, $7, $8, $9)
      ON CONFLICT (draft_id, rule) DO UPDATE SET kind = excluded.kind, before = excluded.before, after = excluded.after,
        collides = excluded.collides, reason = excluded.reason, made_by = excluded.made_by, made_at = excluded.made_at`,
    values: [
      draftId,
      change.rule,
      kindOf(change),
      change.before === null ? null : JSON.stringify(change.before),
      change.after === null ? null : JSON.stringify(change.after),
      change.collides,
      author.reason,
      author.accountId,
      author.at.toISOString(),
    ],
  });
}

/** Says whether a change collides with its base; what it does, and who made it, stays. */
export async function markChange(
  transaction: Statements,
  draftId: string,
  rule: string,
  collides: boolean,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE partners.policy_change SET collides = $3 WHERE draft_id = $1 AND rule = $2',
    values: [draftId, rule, collides],
  });
}

/** Takes what a draft does to a rule out of it. */
export async function dropChange(
  transaction: Statements,
  draftId: string,
  rule: string,
): Promise<void> {
  await transaction.run({
    text: 'DELETE FROM partners.policy_change WHERE draft_id = $1 AND rule = $2',
    values: [draftId, rule],
  });
}
