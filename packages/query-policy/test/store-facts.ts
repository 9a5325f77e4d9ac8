import { randomUUID } from 'node:crypto';
import * as access from '@postern/access-facts';
import type { Connection } from '@postern/database';
import type { FactTables } from '@postern/policy';
import { getTableColumns, getTableName } from 'drizzle-orm';

const TABLES = {
  account: access.account,
  issuerAgency: access.issuerAgency,
  training: access.training,
  acceptance: access.acceptance,
  roleHolding: access.roleHolding,
  conflictOfInterest: access.conflictOfInterest,
  agency: access.agency,
  agencyStanding: access.agencyStanding,
  agencySignature: access.agencySignature,
  agencyEvidence: access.agencyEvidence,
  episode: access.episode,
  episodePerson: access.episodePerson,
  familyAgreement: access.familyAgreement,
  withheldPerson: access.withheldPerson,
  exclusion: access.exclusion,
  accessGrant: access.accessGrant,
  justification: access.justification,
  accountPerson: access.accountPerson,
  parentalResponsibility: access.parentalResponsibility,
  householdPerson: access.householdPerson,
  restriction: access.restriction,
  processingRestriction: access.processingRestriction,
  disclosureLimit: access.disclosureLimit,
  proceeding: access.proceeding,
  transferItem: access.transferItem,
} as const satisfies Record<keyof FactTables, unknown>;
const NAMES = Object.keys(TABLES) as (keyof FactTables)[];

/** What the tables ask for and no decision reads. */
const UNREAD = {
  name: 'Any',
  version: '2024-10',
  signatory_name: 'Any',
  signatory_title: 'Any',
  signed_on: '2024-01-01',
  working_relationship: 'Any',
  revision: 1,
  supplemental: false,
  targeted_team: false,
  basis: 'WORK',
} as const;

/** Replaces everything in the tables of the facts by these. */
export async function storeFacts(connection: Connection, facts: FactTables): Promise<void> {
  const deletions = NAMES.map((name) => `d_${name} AS (DELETE FROM ${tableOf(name)})`);
  await connection.run({ text: `WITH ${deletions.join(', ')} SELECT 1`, values: [] });
  const insertions = NAMES.map(
    (name, index) =>
      `i_${name} AS (INSERT INTO ${tableOf(name)}
        SELECT * FROM jsonb_populate_recordset(NULL::${tableOf(name)}, $${index + 1}::jsonb))`,
  );
  await connection.run({
    text: `WITH ${insertions.join(', ')} SELECT 1`,
    values: NAMES.map((name) => JSON.stringify(facts[name].map((fact) => rowOf(name, fact)))),
  });
}

/** The one policy version that is live from the beginning. */
export async function storePolicyVersion(connection: Connection): Promise<void> {
  await connection.script(
    `INSERT INTO access.policy_version (version, agreement, proposed_by, reason, activated_at, seal)
      VALUES (1, 'SHROPSHIRE_ISA', 'Any', 'Any', '2020-01-01', '[]')`,
  );
}

function tableOf(name: keyof FactTables): string {
  return `access.${getTableName(TABLES[name])}`;
}

function rowOf(name: keyof FactTables, fact: object): Record<string, unknown> {
  const columns: Readonly<Record<string, { readonly name: string }>> = getTableColumns(
    TABLES[name],
  );
  const given = Object.entries(fact).map(([key, value]) => [columns[key]?.name ?? key, value]);
  return { id: randomUUID(), ...UNREAD, ...Object.fromEntries(given) };
}
