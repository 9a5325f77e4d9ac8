import type { Connection } from '@postern/database';
import type { FactTables, Rule } from '@postern/policy';
import { parseRule } from '@postern/policy';
import { wholeDictionary } from '../../src/stack/blueprints.ts';

/** A row as plain SQL reads it, its columns in camel case; dates and moments are text. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Everything that decisions and answers rest on, read by the owner in one snapshot and past every mask. */
export interface RawCounty {
  readonly facts: FactTables;
  readonly rules: readonly Rule[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  rows(table: string): readonly RawRow[];
  /** The rows of a table whose column has this value. */
  rowsBy(table: string, column: string, value: unknown): readonly RawRow[];
}

const FACTS = {
  account: 'account',
  issuerAgency: 'issuer_agency',
  training: 'training',
  acceptance: 'acceptance',
  roleHolding: 'role_holding',
  conflictOfInterest: 'conflict_of_interest',
  agency: 'agency',
  agencySignature: 'agency_signature',
  agencyEvidence: 'agency_evidence',
  episode: 'episode',
  episodePerson: 'episode_person',
  familyAgreement: 'family_agreement',
  exclusion: 'exclusion',
  accessGrant: 'access_grant',
  justification: 'justification',
  accountPerson: 'account_person',
  parentalResponsibility: 'parental_responsibility',
  householdPerson: 'household_person',
  restriction: 'restriction',
  processingRestriction: 'processing_restriction',
  proceeding: 'proceeding',
  transferItem: 'transfer_item',
  disclosureLimit: 'disclosure_limit',
} as const satisfies Record<keyof FactTables, string>;

const RECORDS = [
  ...['family', 'family_member', 'household', 'household_member', 'household_address'],
  ...['person', 'person_entry', 'family_agreement', 'agreement_signer', 'exclusion'],
  'match_candidate',
].map((table) => `families.${table}`);
const EPISODES = [
  ...['episode', 'assessment', 'assessment_section', 'need', 'plan', 'plan_action'],
  ...['taf_meeting', 'level_transition', 'case_note', 'referral'],
].map((table) => `episodes.${table}`);
const TABLES: readonly string[] = [
  ...Object.values(FACTS).map((table) => `access.${table}`),
  ...RECORDS,
  ...EPISODES,
  'partners.practitioner',
  'partners.information_request',
];

/** The rules of the version that is live, under the name of the table they are read from. */
const RULES = 'access.policy_rule';

const LIVE_RULES = `SELECT coalesce(json_agg(rule ORDER BY rule.name), '[]') FROM access.policy_rule rule WHERE version =
  (SELECT max(version) FROM access.policy_version WHERE activated_at <= $1::timestamptz)`;

const SNAPSHOT = `SELECT (${LIVE_RULES}) AS "${RULES}", ${TABLES.map(
  (table) => `(SELECT coalesce(json_agg(t), '[]') FROM ${table} t) AS "${table}"`,
).join(', ')}`;

/** Reads the whole county in one statement, so in one snapshot. */
export async function readCounty(owner: Connection, now: Date): Promise<RawCounty> {
  const [snapshot] = await owner.run<Record<string, readonly RawRow[]>>({
    text: SNAPSHOT,
    values: [now.toISOString()],
  });
  if (snapshot === undefined) throw new Error('The county cannot be read.');
  const tables = new Map(
    [...TABLES, RULES].map((table) => [table, (snapshot[table] ?? []).map(camelCased)]),
  );
  const indexes = new Map<string, Map<unknown, RawRow[]>>();
  const rows = (table: string): readonly RawRow[] => {
    const found = tables.get(table);
    if (found === undefined) throw new Error(`Table ${table} is not read.`);
    return found;
  };
  const dictionary = wholeDictionary();
  return {
    facts: Object.fromEntries(
      Object.entries(FACTS).map(([fact, table]) => [fact, rows(`access.${table}`).map(withDates)]),
    ) as unknown as FactTables,
    rules: rows(RULES).map(({ body }) => parseRule(body, dictionary)),
    today: now.toISOString().slice(0, 10),
    rows,
    rowsBy: (table, column, value) => {
      const key = `${table} ${column}`;
      const index = indexes.get(key) ?? Map.groupBy(rows(table), (row) => row[column]);
      indexes.set(key, index);
      return index.get(value) ?? [];
    },
  };
}

function camelCased(row: RawRow): RawRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function withDates(row: RawRow): RawRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /(At|^effectiveFrom)$/.test(name) ? new Date(value) : value,
    ]),
  );
}
