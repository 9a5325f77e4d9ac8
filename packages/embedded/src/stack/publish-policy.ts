import type { StoredRule } from '@postern/agreements';
import type { Connection } from '@postern/database';
import type { DataDictionary } from '@postern/policy';
import { parseRule } from '@postern/policy';

/** An approved set of rules, to be live from a moment on. */
export interface PolicyPublication {
  readonly version: number;
  readonly agreement: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly activatedAt: Date;
  readonly rules: readonly StoredRule[];
}

/**
 * Saves a policy version, every rule read first; a version that is there already stays as it is.
 * @throws RuleProblem naming what is wrong with a rule, and then nothing is saved
 */
export async function publishPolicy(
  owner: Connection,
  publication: PolicyPublication,
  dictionary: DataDictionary,
): Promise<void> {
  for (const rule of publication.rules) parseRule(rule, dictionary);
  await owner.transaction(async (transaction) => {
    const saved = await transaction.run({
      text: `INSERT INTO access.policy_version (version, agreement, proposed_by, approved_by, reason, activated_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (version) DO NOTHING RETURNING version`,
      values: [
        publication.version,
        publication.agreement,
        publication.proposedBy,
        publication.approvedBy,
        publication.reason,
        publication.activatedAt.toISOString(),
      ],
    });
    if (saved.length === 0) return;
    await transaction.run({
      text: `INSERT INTO access.policy_rule (id, version, name, body)
        SELECT gen_random_uuid(), $1, rule ->> 'name', rule FROM jsonb_array_elements($2::text::jsonb) AS rule`,
      values: [publication.version, JSON.stringify(publication.rules)],
    });
  });
}
