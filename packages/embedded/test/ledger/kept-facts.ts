import type { Connection } from '@postern/database';

const TABLES = [
  ...['account', 'issuer_agency', 'training', 'acceptance', 'role_holding', 'agency'],
  'agency_standing',
  ...['agency_signature', 'agency_evidence', 'conflict_of_interest', 'episode', 'episode_person'],
  ...['family_agreement', 'exclusion', 'access_grant', 'justification'],
  ...['policy_version', 'policy_rule'],
];

/** Keeps the access facts as they are now, to go back to. */
export function keepFacts(owner: Connection): Promise<void> {
  const copies = TABLES.map((table) => `CREATE TABLE kept.${table} AS TABLE access.${table};`);
  return owner.script(['CREATE SCHEMA kept;', ...copies].join('\n'));
}

/** Puts the access facts back; a script of several statements is one transaction. */
export function restoreFacts(owner: Connection): Promise<void> {
  const copies = TABLES.map(
    (table) => `DELETE FROM access.${table}; INSERT INTO access.${table} TABLE kept.${table};`,
  );
  return owner.script(copies.join('\n'));
}
