import type { AgreementInForce } from '../law/agreement-in-force.ts';
import type { AgencySignatureFact, FactTables } from './facts.ts';
import type { OracleRequest } from './request.ts';
import { isCurrentOn, isLive, isValidOn, londonDay } from './validity.ts';

const BOUND_AGENCIES = ['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'];

/** What a request is judged by: its purpose, its moment and the partnership's agreements. */
type Judged = Pick<OracleRequest, 'purpose' | 'now' | 'inForce'>;

/** The agreements whose days these are; those of a request that names none are Shropshire's for any purpose. */
export function agreementsOn({ now, inForce, purpose }: Judged): readonly AgreementInForce[] {
  if (inForce === undefined) return [{ ...SHROPSHIRE, purposes: [purpose] }];
  return inForce.filter(({ from, until }) => isCurrentOn(from, until, londonDay(now)));
}

const SHROPSHIRE = {
  agreement: 'SHROPSHIRE_ISA',
  from: '2024-10-01',
  until: null,
  version: '1.1',
  earlierVersions: [],
  signAgainBy: null,
  userAgreementVersion: '2024-10',
} as const;

/** Whether the agency is bound: by the agreement it signed, or as a contractor by its confidentiality agreement (SHR-8.4.4b). */
export function isInForce(facts: FactTables, agencyId: string, request: Judged): boolean {
  const { now } = request;
  const agency = facts.agency.find((row) => row.id === agencyId);
  if (agency === undefined) return false;
  if (hasSigned(facts, agencyId, request)) return BOUND_AGENCIES.includes(agency.state);
  return (
    agency.kind === 'CONTRACTOR' && hasEvidence(facts, agencyId, 'CONFIDENTIALITY_AGREEMENT', now)
  );
}

/** Whether a signature of the agency lets it in for the purpose, whatever state the agency is in. */
export function hasSigned(facts: FactTables, agencyId: string, request: Judged): boolean {
  const { now, purpose } = request;
  return facts.agencySignature.some(
    (row) =>
      row.agencyId === agencyId &&
      isLive(row.effectiveFrom, row.endsAt, now) &&
      agreementsOn(request).some(
        (each) =>
          each.agreement === row.agreement &&
          each.purposes.includes(purpose) &&
          countsFor(each, row, now),
      ),
  );
}

/** A signature belongs to one version; an earlier one counts until the day by which everybody has to sign again. */
function countsFor(
  { version, earlierVersions, signAgainBy }: AgreementInForce,
  row: AgencySignatureFact,
  now: Date,
): boolean {
  if (row.version === version) return true;
  return (
    earlierVersions.includes(row.version) && (signAgainBy === null || londonDay(now) < signAgainBy)
  );
}

/** An agency's evidence of one kind, valid today. */
export function hasEvidence(facts: FactTables, agencyId: string, kind: string, now: Date): boolean {
  return facts.agencyEvidence.some(
    (row) =>
      row.agencyId === agencyId &&
      row.kind === kind &&
      isValidOn(row.validFrom, row.validUntil, londonDay(now)),
  );
}

/** The standings that an agency holds today. */
export function standingsOf(facts: FactTables, agencyId: string, now: Date): readonly string[] {
  return facts.agencyStanding
    .filter((row) => row.agencyId === agencyId)
    .filter((row) => isCurrentOn(row.startsOn, row.endsOn, londonDay(now)))
    .map((row) => row.standing);
}
