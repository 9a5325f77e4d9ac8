import type { SealedRule } from '@postern/policy';
import { readSeal, sealOf } from '@postern/policy';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { RuleBody, RuleSet, SealedRules } from '../changes/rule-body.ts';
import type { Publishable } from '../publishable.ts';

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
 * The rules of a version by name. Of two that share one, which only a hand in the database makes, the second stands under
 * a name that nothing else has: whoever repairs the version sees both, and what rolls it back is not held up.
 * @throws CommandRefused POLICY_VERSION_UNKNOWN
 */
export async function rulesOf(transaction: Statements, version: number): Promise<RuleSet> {
  const rows = await transaction.run<{ name: string; body: RuleBody }>({
    text: 'SELECT name, body FROM access.policy_rule WHERE version = $1 ORDER BY name, id',
    values: [version],
  });
  if (rows.length === 0)
    throw new CommandRefused('POLICY_VERSION_UNKNOWN', { about: [String(version)] });
  const rules = new Map(rows.map(({ name, body }) => [name, body]));
  if (rules.size === rows.length) return rules;
  const taken = new Set(rules.keys());
  return new Map(rows.map(({ name, body }, at) => [nameFor(name, at, rows, taken), body]));
}

function nameFor(
  name: string,
  at: number,
  rows: readonly { readonly name: string }[],
  taken: Set<string>,
): string {
  if (rows.findIndex((row) => row.name === name) === at) return name;
  let free = `${name} again`;
  while (taken.has(free)) free += ' again';
  taken.add(free);
  return free;
}

/** A version as it is and as it was sealed. @throws CommandRefused POLICY_VERSION_UNKNOWN */
export async function sealedRulesOf(
  transaction: Statements,
  version: number,
): Promise<SealedRules> {
  const rules = await rulesOf(transaction, version);
  return { rules, seal: await sealedIn(transaction, version) };
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
  readonly rules: Publishable;
  readonly proposedBy: string;
  /** Null of a version that only narrows and is approved afterwards. */
  readonly approvedBy: string | null;
  readonly reason: string;
  readonly activatedAt: Date;
}

/**
 * Adds a version and seals it, and returns its number. The one way there is: the function of the database that adds it asks
 * again what rows can tell, and nothing else may write versions.
 */
export async function addVersion(
  transaction: Statements,
  publication: Publication,
): Promise<number> {
  const { rules } = publication.rules;
  const [added] = await transaction.run<{ version: number }>({
    text: `SELECT partners.publish_policy($1::uuid, $2::integer, $3, $4, $5, $6::timestamptz, $7::text::jsonb, $8::text::jsonb) AS version`,
    values: [
      publication.draftId,
      publication.follows,
      publication.proposedBy,
      publication.approvedBy,
      publication.reason,
      publication.activatedAt.toISOString(),
      JSON.stringify(sealOf([...rules.values()])),
      JSON.stringify([...rules].map(([name, body]) => ({ name, body }))),
    ],
  });
  if (added === undefined) throw new TypeError('No version was added.');
  return added.version;
}
