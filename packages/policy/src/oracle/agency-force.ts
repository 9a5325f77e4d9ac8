import type { FactTables } from './facts.ts';
import { isCurrentOn, isLive, isValidOn, utcDay } from './validity.ts';

const BOUND_AGENCIES = ['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'];
const AGREEMENT = 'SHROPSHIRE_ISA';

/** Whether the agency is bound: by the agreement it signed, or as a contractor by its confidentiality agreement (SHR-8.4.4b). */
export function isInForce(facts: FactTables, agencyId: string, now: Date): boolean {
  const agency = facts.agency.find((row) => row.id === agencyId);
  if (agency === undefined) return false;
  if (hasSigned(facts, agencyId, now)) return BOUND_AGENCIES.includes(agency.state);
  return (
    agency.kind === 'CONTRACTOR' && hasEvidence(facts, agencyId, 'CONFIDENTIALITY_AGREEMENT', now)
  );
}

/** Whether a signature of the agency under the agreement is in force, whatever state the agency is in. */
export function hasSigned(facts: FactTables, agencyId: string, now: Date): boolean {
  return facts.agencySignature.some(
    (row) =>
      row.agencyId === agencyId &&
      row.agreement === AGREEMENT &&
      isLive(row.effectiveFrom, row.endsAt, now),
  );
}

/** An agency's evidence of one kind, valid today. */
export function hasEvidence(facts: FactTables, agencyId: string, kind: string, now: Date): boolean {
  return facts.agencyEvidence.some(
    (row) =>
      row.agencyId === agencyId &&
      row.kind === kind &&
      isValidOn(row.validFrom, row.validUntil, utcDay(now)),
  );
}

/** The standings that an agency holds today. */
export function standingsOf(facts: FactTables, agencyId: string, now: Date): readonly string[] {
  return facts.agencyStanding
    .filter((row) => row.agencyId === agencyId)
    .filter((row) => isCurrentOn(row.startsOn, row.endsOn, utcDay(now)))
    .map((row) => row.standing);
}
