import type { RefusalCode } from '@postern/errors';
import { trainingGrace } from '../law/agreement-in-force.ts';
import { agreementsOn, hasEvidence, isInForce } from './agency-force.ts';
import type { AccountFact, FactTables } from './facts.ts';
import { accountOf, isFamily } from './principal.ts';
import type { OracleRequest } from './request.ts';
import { daysAfter, hasHappened, isLive, isValidOn, londonDay } from './validity.ts';

const WORKING_ACCOUNTS = ['ACTIVE', 'DORMANT_WARNING'];
const WAITING_ACCOUNTS = ['TRAINING', 'UAA_PENDING', 'MFA_PENDING'];
const REQUIRED_MODULES = ['SYSTEM', 'DATA_AND_SECURITY'];
const REQUIRED_EVIDENCE = ['POLICIES', 'DATA_SPECIFICATION'];

/**
 * Everything that whoever asks is told is missing, in the order in which it is checked; nothing when all holds. An account
 * on its way lacks what it waits for, and is not told that it is not active.
 */
export function missingPreconditions(
  facts: FactTables,
  request: OracleRequest,
): readonly RefusalCode[] {
  const account = accountOf(facts, request);
  if (account === undefined) return ['ACCOUNT_UNKNOWN'];
  const waits = WAITING_ACCOUNTS.includes(account.state);
  // Training is for workers; a family member accepts the terms and no more.
  const untrained = !isFamily(account) && !isTrained(facts, account, request);
  const unaccepted =
    !hasAccepted(facts, account, request) || (waits && !hasAcceptedAll(facts, account, request));
  const waitsForFactor =
    waits && ((account.secondFactorAt ?? null) === null || (!untrained && !unaccepted));
  const evidence = (kind: string) => hasEvidence(facts, account.agencyId, kind, request.now);
  const checked: readonly (readonly [RefusalCode, boolean])[] = [
    ['ACCOUNT_NOT_ACTIVE', !waits && !WORKING_ACCOUNTS.includes(account.state)],
    ['ISSUER_NOT_FOR_AGENCY', !issuerSpeaksFor(facts, account)],
    ['MULTI_FACTOR_REQUIRED', !request.caller.multiFactor],
    ['TRAINING_NOT_VALID', untrained],
    ['ACCEPTANCE_MISSING', unaccepted],
    ['SECOND_FACTOR_NOT_SHOWN', waitsForFactor],
    ['AGENCY_NOT_IN_FORCE', !isInForce(facts, account.agencyId, request)],
    ['AGENCY_EVIDENCE_MISSING', !REQUIRED_EVIDENCE.every(evidence)],
  ];
  return checked.filter(([, isMissing]) => isMissing).map(([code]) => code);
}

function issuerSpeaksFor(facts: FactTables, account: AccountFact): boolean {
  return facts.issuerAgency.some(
    (row) =>
      row.issuerId === account.issuerId &&
      row.agencyId === account.agencyId &&
      row.state === 'SPEAKING',
  );
}

function isTrained(
  facts: FactTables,
  account: AccountFact,
  { now, inForce = [] }: OracleRequest,
): boolean {
  const graceDays = trainingGrace(inForce);
  return REQUIRED_MODULES.every((module) =>
    facts.training.some(
      (row) =>
        row.accountId === account.id &&
        row.module === module &&
        row.completedOn <= londonDay(now) &&
        isValidOn('', daysAfter(row.expiresOn, graceDays), londonDay(now)),
    ),
  );
}

function hasAccepted(facts: FactTables, account: AccountFact, request: OracleRequest): boolean {
  return agreementsOn(request).some((each) =>
    accepted(facts, account, request, each.userAgreementVersion),
  );
}

/** Whether nothing is left to accept of what the agency signed; of every agreement where it signed none. */
function hasAcceptedAll(facts: FactTables, account: AccountFact, request: OracleRequest): boolean {
  const inForce = agreementsOn(request);
  const signed = inForce.filter(({ agreement }) =>
    facts.agencySignature.some(
      (row) =>
        row.agencyId === account.agencyId &&
        row.agreement === agreement &&
        isLive(row.effectiveFrom, row.endsAt, request.now),
    ),
  );
  return (signed.length > 0 ? signed : inForce).every((each) =>
    accepted(facts, account, request, each.userAgreementVersion),
  );
}

function accepted(
  facts: FactTables,
  account: AccountFact,
  { now }: OracleRequest,
  version: string,
): boolean {
  return facts.acceptance.some(
    (row) =>
      row.accountId === account.id && row.version === version && hasHappened(row.acceptedAt, now),
  );
}
