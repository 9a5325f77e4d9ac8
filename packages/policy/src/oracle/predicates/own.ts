import type { Question } from './question.ts';

const OF_ONE_ACCOUNT = ['Practitioner', 'AccessGrant', 'Justification'];

/** The row was recorded by the principal's agency. */
export function entryOwnAgency(_atom: unknown, { facts, row }: Question): boolean {
  return row.about.agencyId === facts.principal.agency.id;
}

/** The row is the principal's own. */
export function accountSelf(_atom: unknown, { facts, row }: Question): boolean {
  return OF_ONE_ACCOUNT.includes(row.type) && row.about.accountId === facts.principal.account.id;
}
