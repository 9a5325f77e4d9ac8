import { concernsOf, ownerOf } from '../row-persons.ts';
import { isCurrentOn, londonDay } from '../validity.ts';
import type { Question } from './question.ts';

const OF_ONE_ACCOUNT = ['Practitioner', 'AccessGrant', 'Justification', 'Referral'];

/** The row was recorded by the principal's agency. */
export function entryOwnAgency(_atom: unknown, { facts, row }: Question): boolean {
  const { agency } = facts.principal;
  return agency !== null && row.about.agencyId === agency.id;
}

/** The row is the principal's own. */
export function accountSelf(_atom: unknown, { facts, row }: Question): boolean {
  return OF_ONE_ACCOUNT.includes(row.type) && row.about.accountId === facts.principal.account.id;
}

/** The row is about the person the principal is. */
export function personSelf(_atom: unknown, { facts, row }: Question): boolean {
  const owner = ownerOf(row);
  return owner !== null && owner === facts.principal.person;
}

/** The row is about a child of the principal. */
export function personChildOfMine(_atom: unknown, { facts, row }: Question): boolean {
  const owner = ownerOf(row);
  return owner !== null && facts.principal.children.includes(owner);
}

/** Everybody the entry concerns, and there is somebody, is the principal or a child of theirs. */
export function entryConcernsOnlyMine(_atom: unknown, { facts, row }: Question): boolean {
  const { person, children } = facts.principal;
  const concerns = concernsOf(row);
  return concerns.length > 0 && concerns.every((one) => one === person || children.includes(one));
}

/** The person the principal is lives in the household today. */
export function householdMine(_atom: unknown, { facts, row }: Question): boolean {
  return facts.households.some(
    ({ householdId, startedOn, endedOn }) =>
      householdId === row.about.householdId &&
      isCurrentOn(startedOn, endedOn, londonDay(facts.now)),
  );
}
