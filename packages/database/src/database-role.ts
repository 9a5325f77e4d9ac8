/** Who signs in to PostgreSQL: the owner, or one part of Postern with its own privileges. */
export type DatabaseRole =
  | 'owner'
  | 'families'
  | 'episodes'
  | 'partners'
  | 'policy_desk'
  | 'reporting'
  | 'reporting_builder'
  | 'ledger'
  | 'gateway';

/** A role that Postern creates; the owner comes with the database. */
export type ServiceRole = Exclude<DatabaseRole, 'owner'>;

/** Every role that Postern creates. */
export const SERVICE_ROLES: readonly ServiceRole[] = [
  'families',
  'episodes',
  'partners',
  'policy_desk',
  'reporting',
  'reporting_builder',
  'ledger',
  'gateway',
];

/** The PostgreSQL login name of a service role, e.g. `postern_families`. */
export function loginName(role: ServiceRole): string {
  return `postern_${role}`;
}
