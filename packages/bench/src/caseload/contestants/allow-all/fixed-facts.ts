import type { Statement } from '@postern/database';
import type { CompiledStatement } from '@postern/query-policy';
import type { Principal } from '../../principals/caseload-of.ts';
import { ROLE } from './rules.ts';

const REQUEST = ['issuer', 'subject', 'multiFactor', 'now', 'purpose'] as const;

/** Puts a fixed list of ids in the place of the facts that a statement opens with; the rest of it stays as it is. */
export class FixedFacts {
  readonly #opening: string;
  readonly #numbers: Readonly<Record<(typeof REQUEST)[number], number>>;
  readonly #texts = new Map<string, string>();

  constructor(opening: CompiledStatement) {
    this.#opening = opening.text;
    const names = opening.bind(Object.fromEntries(REQUEST.map((name) => [name, name])));
    const numberOf = (name: string): number => names.indexOf(name) + 1;
    this.#numbers = {
      issuer: numberOf('issuer'),
      subject: numberOf('subject'),
      multiFactor: numberOf('multiFactor'),
      now: numberOf('now'),
      purpose: numberOf('purpose'),
    };
  }

  /** Whether a statement opens with facts. */
  opens({ text }: Statement): boolean {
    return text.startsWith(this.#opening);
  }

  subjectOf({ values }: Statement): unknown {
    return values[this.#numbers.subject - 1];
  }

  replace({ text, values }: Statement, principal: Principal): Statement {
    const given = [
      principal.accountId,
      principal.agencyId,
      principal.episodes,
      principal.families,
      principal.persons,
      principal.concerning,
      principal.colleagues,
    ];
    let replaced = this.#texts.get(text);
    if (replaced === undefined) {
      replaced = this.#facts(values.length) + text.slice(this.#opening.length);
      this.#texts.set(text, replaced);
    }
    return { text: replaced, values: [...values, ...given] };
  }

  /** The same named facts as the policy's, each a constant or a list of ids; `after` counts the statement's own values. */
  #facts(after: number): string {
    const { issuer, subject, multiFactor, now, purpose } = this.#numbers;
    const [account, agency, episodes, families, persons, concerning, colleagues] = [
      1, 2, 3, 4, 5, 6, 7,
    ].map((position) => `$${after + position}`);
    return `WITH principal AS MATERIALIZED (
  SELECT ${account}::uuid AS id, ${agency}::uuid AS agency_id, ${agency}::uuid AS vouching_agency_id, NULL::text AS agency_kind, '{}'::text[] AS standings,
    NULL::uuid AS person_id, '{}'::uuid[] AS children, $${issuer}::text AS issuer_id, $${subject}::text AS subject,
    $${multiFactor}::boolean AS multi_factor, coalesce($${now}::timestamptz, statement_timestamp()) AS now, (coalesce($${now}::timestamptz, statement_timestamp()) AT TIME ZONE 'Europe/London')::date AS today,
    $${purpose}::text AS purpose, true AS account_active, true AS issuer_for_agency, true AS training_valid, true AS accepted,
    true AS agency_in_force, true AS agency_evidence, true AS policy_document, ARRAY['${ROLE}'] AS roles, 1 AS policy_version
),
gate AS MATERIALIZED (SELECT * FROM principal),
reach AS MATERIALIZED (
  SELECT given.episode_id AS grant_id, '${ROLE}' AS role, ARRAY['${ROLE}'] AS roles, false AS own, '{}'::text[] AS proceeding_roles, '{}'::text[] AS based_roles, '{}'::text[] AS later_roles, given.episode_id, given.family_id, true AS open, false AS stepped_up,
    true AS under_screening, true AS agreement_in_force, false AS conflict_declared, false AS agency_excluded
  FROM unnest(${episodes}::uuid[], ${families}::uuid[]) AS given (episode_id, family_id)
),
colleagues AS MATERIALIZED (
  SELECT one.*, given.id AS colleague_id FROM (SELECT * FROM reach LIMIT 1) one CROSS JOIN unnest(${colleagues}::uuid[]) AS given (id)
),
concerned AS MATERIALIZED (
  SELECT reach.*, given.person_id AS concerned_id FROM reach
  JOIN unnest(${persons}::uuid[], ${concerning}::uuid[]) AS given (person_id, episode_id) ON given.episode_id = reach.episode_id
),
hidden AS MATERIALIZED (SELECT NULL::text AS coordinate, NULL::uuid AS item_id, NULL::uuid AS episode_id, NULL::uuid AS person_id, NULL::uuid AS family_id, true AS named WHERE false),
unlocked AS MATERIALIZED (SELECT NULL::uuid AS justification_id, NULL::uuid AS episode_id, NULL::uuid AS person_id, NULL::text AS class WHERE false),
standing AS MATERIALIZED (SELECT p.policy_version, p.roles, '{}'::text[] AS unlocked, '{}'::text[] AS hiding FROM gate p)`;
  }
}
