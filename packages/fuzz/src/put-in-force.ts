import type { Connection } from '@postern/database';
import { sealOf } from '@postern/policy';

/** A version of the policy as somebody with a database shell puts it in force: past every check. */
export interface PolicyByHand {
  readonly rules: readonly unknown[];
  readonly activatedAt: string;
  /** By default what was approved is what is stored. */
  readonly seal?: unknown;
  /** By default the number after all others; one that was ever in force is remembered by every process. */
  readonly version?: number;
}

/** Adds a version, sealed, and tells its number. Its rules are named as they say, or by their place. */
export async function putInForce(
  owner: Connection,
  { rules, activatedAt, seal = sealOf(rules), version }: PolicyByHand,
): Promise<number> {
  const [added] = await owner.run<{ version: number }>({
    text: `WITH next AS (
        INSERT INTO access.policy_version (version, agreement, proposed_by, approved_by, reason, activated_at, seal)
        SELECT coalesce($4::integer, max(version) + 1), 'SHR', 'one', 'another', 'by hand', $1::timestamptz, $2::text::jsonb FROM access.policy_version
        RETURNING version),
      ruled AS (
        INSERT INTO access.policy_rule (id, version, name, body)
        SELECT gen_random_uuid(), next.version, coalesce(rule ->> 'name', 'rule ' || n), rule
        FROM next, jsonb_array_elements($3::text::jsonb) WITH ORDINALITY AS r (rule, n))
      SELECT version FROM next`,
    values: [activatedAt, JSON.stringify(seal), JSON.stringify(rules), version ?? null],
  });
  if (added === undefined) throw new TypeError('No version was added.');
  return added.version;
}

/** The rules of the first version, or those of them that are kept. */
export async function firstRules(
  owner: Connection,
  isKept: (rule: StoredRule) => boolean = () => true,
): Promise<readonly StoredRule[]> {
  const rows = await owner.run<{ body: StoredRule }>({
    text: 'SELECT body FROM access.policy_rule WHERE version = 1 ORDER BY name',
    values: [],
  });
  return rows.map(({ body }) => body).filter(isKept);
}

/** A rule as it is stored, as far as whoever takes some out asks. */
export interface StoredRule {
  readonly name: string;
  readonly resource: string;
}
