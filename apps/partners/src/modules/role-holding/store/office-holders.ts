import { isHeld, isInUse } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';

/**
 * SQL: whether a holding counts and no end of it is set: what another transaction ends at a later moment than this one's is
 * over for whoever waited for it.
 */
export function isKept(holding: string, at: string): string {
  return `${holding}.ends_at IS NULL AND ${isHeld(holding, at)}`;
}

/** What is asked of an account: `roles` and `at` are SQL of a list of roles and of a moment. */
interface Asked {
  readonly roles: string;
  readonly at: string;
}

/** SQL: whether an account in use holds one of the roles at a moment. */
export function holdsOffice(account: string, { roles, at }: Asked): string {
  return hasOffice(account, roles, isHeld('office', at));
}

/** SQL: the same, of a holding that {@link isKept}. */
export function keepsOffice(account: string, { roles, at }: Asked): string {
  return hasOffice(account, roles, isKept('office', at));
}

function hasOffice(account: string, roles: string, counts: string): string {
  return `${isInUse(account)} AND EXISTS (SELECT FROM access.role_holding office WHERE office.account_id = ${account}.id
    AND office.role = ANY (${roles}) AND ${counts})`;
}

/** SQL: whether whoever a grant is for still holds, at a moment, the role that it is given in: without it the grant opens nothing. */
export function holdsRoleOf(grant: string, at: string): string {
  return `EXISTS (SELECT FROM access.role_holding office WHERE office.account_id = ${grant}.account_id
    AND office.role = ${grant}.role AND ${isHeld('office', at)})`;
}

/** One of the roles, at one of the agencies; at any where none are named. */
export interface Office {
  readonly roles: readonly string[];
  readonly agencies?: readonly string[];
}

/** The accounts that hold an office now. */
export async function officeHolders(
  statements: Statements,
  { roles, agencies }: Office,
  now: Date,
): Promise<readonly string[]> {
  const rows = await statements.run<{ id: string }>({
    text: `SELECT account.id FROM access.account WHERE ${holdsOffice('account', { roles: '$1::text[]', at: '$2::timestamptz' })}
      AND ($3::uuid[] IS NULL OR account.agency_id = ANY ($3::uuid[])) ORDER BY account.id`,
    values: [[...roles], now.toISOString(), agencies === undefined ? null : [...agencies]],
  });
  return rows.map(({ id }) => id);
}

/** Managers of the host: what nobody else looks after comes to them. */
export function hostOfficers(statements: Statements, now: Date): Promise<readonly string[]> {
  return officeHolders(statements, { roles: ['EARLY_HELP_MANAGER'] }, now);
}

/** Those of the host team who put records right that others cannot. */
export function hostTeam(statements: Statements, now: Date): Promise<readonly string[]> {
  return officeHolders(statements, { roles: ['BUSINESS_SUPPORT'] }, now);
}

/** The contact officers of these agencies. */
export function contactOfficers(
  statements: Statements,
  agencies: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  return officeHolders(statements, { roles: ['CONTACT_OFFICER'], agencies }, now);
}
