import { isBlank } from '../law/blank.ts';
import type { FactTables, ParentalResponsibilityFact } from './facts.ts';
import { isCurrentOn, isLive, londonDay } from './validity.ts';

/** The person an account was verified to be; null when nobody did, or it has ended. */
export function personOf(facts: FactTables, accountId: string, now: Date): string | null {
  const link = facts.accountPerson.find(
    (row) => row.accountId === accountId && isLive(row.verifiedAt, row.endedAt, now),
  );
  return link?.personId ?? null;
}

/** The children that a person holds parental responsibility for, on evidence, and that no restriction protects from them. */
export function childrenOf(facts: FactTables, person: string, now: Date): readonly string[] {
  return facts.parentalResponsibility
    .filter((row) => row.holderId === person && isEvidenced(row))
    .filter((row) => isCurrentOn(row.startsOn, row.endsOn, londonDay(now)))
    .map((row) => row.childId)
    .filter((child) => !isProtectedFrom(facts, child, person, now));
}

function isEvidenced({ evidence }: ParentalResponsibilityFact): boolean {
  return evidence !== null && !isBlank(evidence);
}

// Whatever the restriction hides: where a child is protected from a parent, the parent reads nothing as such.
function isProtectedFrom(facts: FactTables, child: string, person: string, now: Date): boolean {
  return facts.restriction.some(
    (row) =>
      row.protectedPersonId === child &&
      row.hiddenFromPersonId === person &&
      isLive(row.startsAt, row.endsAt, now),
  );
}
