import type { StoredRule } from '@postern/agreements';
import type { Connection } from '@postern/database';
import { Fault } from '@postern/errors';
import type { PolicySchema } from '@postern/policy';
import { findingsOfPolicy, sealOf } from '@postern/policy';

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
 * Saves a policy version and seals it, every rule checked first; a version that is there already stays as it is.
 * @throws Fault POLICY_CORRUPT naming what is wrong with a rule, and then nothing is saved
 */
export async function publishPolicy(
  owner: Connection,
  publication: PolicyPublication,
  schema: PolicySchema,
): Promise<void> {
  const { version, rules } = publication;
  const there = await owner.run({
    text: 'SELECT version FROM access.policy_version WHERE version = $1',
    values: [version],
  });
  if (there.length > 0) return;
  const findings = findingsOfPolicy(rules, schema);
  const [first] = findings;
  if (first !== undefined) {
    const { rule, code, part, expected } = first;
    throw new Fault('POLICY_CORRUPT', {
      logged: {
        version,
        rule: rule ?? '',
        problem: code,
        part,
        expected,
        findings: findings.length,
      },
    });
  }
  await owner.transaction(async (transaction) => {
    const saved = await transaction.run({
      text: `INSERT INTO access.policy_version (version, agreement, proposed_by, approved_by, reason, activated_at, seal)
        VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb) ON CONFLICT (version) DO NOTHING RETURNING version`,
      values: [
        version,
        publication.agreement,
        publication.proposedBy,
        publication.approvedBy,
        publication.reason,
        publication.activatedAt.toISOString(),
        JSON.stringify(sealOf(rules)),
      ],
    });
    if (saved.length === 0) return;
    await transaction.run({
      text: `INSERT INTO access.policy_rule (id, version, name, body)
        SELECT gen_random_uuid(), $1, rule ->> 'name', rule FROM jsonb_array_elements($2::text::jsonb) AS rule`,
      values: [version, JSON.stringify(rules)],
    });
  });
}
