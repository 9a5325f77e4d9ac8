import type { SealedRule } from '@postern/policy';
import { readSeal, sealOf } from '@postern/policy';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { RuleBody, RuleSet } from '../changes/rule-body.ts';

/** Which versions there are at a moment. */
export interface Versions {
  readonly live: number;
  /** The greatest, be it that its moment has not come. */
  readonly latest: number;
}

/** Any constant will do, as long as every process uses the same. */
const PUBLICATION = 7_067_842_211;

/** Lets one transaction at a time publish; held until it ends, and taken before any draft is. */
export async function holdPublication(transaction: Statements): Promise<void> {
  await transaction.run({
    text: 'SELECT pg_advisory_xact_lock($1::bigint)',
    values: [PUBLICATION],
  });
}

export async function versionsAt(transaction: Statements, now: Date): Promise<Versions> {
  const [found] = await transaction.run<Versions>({
    text: `SELECT coalesce(max(version) FILTER (WHERE activated_at <= $1::timestamptz), 0) AS live,
      coalesce(max(version), 0) AS latest FROM access.policy_version`,
    values: [now.toISOString()],
  });
  return found ?? { live: 0, latest: 0 };
}

/**
 * The rules of a version by name.
 * @throws CommandRefused POLICY_VERSION_UNKNOWN; POLICY_RULE_INVALID where two rules share a name
 */
export async function rulesOf(transaction: Statements, version: number): Promise<RuleSet> {
  const rows = await transaction.run<{ name: string; body: RuleBody }>({
    text: 'SELECT name, body FROM access.policy_rule WHERE version = $1 ORDER BY name',
    values: [version],
  });
  if (rows.length === 0)
    throw new CommandRefused('POLICY_VERSION_UNKNOWN', { about: [String(version)] });
  const rules = new Map(rows.map(({ name, body }) => [name, body]));
  if (rules.size < rows.length)
    throw new CommandRefused('POLICY_RULE_INVALID', {
      about: rows.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at),
    });
  return rules;
}

/** What a version was sealed with; nothing where that cannot be read, as if none of its rules had been approved. */
export async function sealedIn(
  transaction: Statements,
  version: number,
): Promise<readonly SealedRule[]> {
  const [row] = await transaction.run<{ seal: unknown }>({
    text: 'SELECT seal FROM access.policy_version WHERE version = $1',
    values: [version],
  });
  return readSeal(row?.seal) ?? [];
}

/** A set of rules to be in force from a moment on. */
export interface Publication {
  readonly draftId: string;
  /** The version whose agreement it carries out. */
  readonly follows: number;
  readonly rules: RuleSet;
  readonly proposedBy: string;
  /** Null of a version that only narrows and is approved afterwards. */
  readonly approvedBy: string | null;
  readonly reason: string;
  readonly activatedAt: Date;
}

/** Adds a version and seals it; the publication is held. Returns its number. */
export async function addVersion(
  transaction: Statements,
  publication: Publication,
): Promise<number> {
  const [added] = await transaction.run<{ version: number }>({
    text: `INSERT INTO access.policy_version (version, agreement, proposed_by, approved_by, reason, activated_at, draft_id, seal)
      SELECT (SELECT max(version) FROM access.policy_version) + 1, agreement, $2, $3, $4, $5::timestamptz, $6::uuid, $7::text::jsonb
      FROM access.policy_version WHERE version = $1 RETURNING version`,
    values: [
      publication.follows,
      publication.proposedBy,
      publication.approvedBy,
      publication.reason,
      publication.activatedAt.toISOString(),
      publication.draftId,
      JSON.stringify(sealOf([...publication.rules.values()])),
    ],
  });
  if (added === undefined)
    throw new CommandRefused('POLICY_VERSION_UNKNOWN', { about: [String(publication.follows)] });
  const rules = [...publication.rules].map(([name, body]) => ({ name, body }));
  await transaction.run({
    text: `INSERT INTO access.policy_rule (id, version, name, body)
      SELECT gen_random_uuid(), $1, rule ->> 'name', rule -> 'body' FROM jsonb_array_elements($2::text::jsonb) AS rule`,
    values: [added.version, JSON.stringify(rules)],
  });
  return added.version;
}
