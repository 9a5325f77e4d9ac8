import type { RefusalCode } from '@postern/errors';
import { trainingGrace } from '../law/agreement-in-force.ts';
import { agreementsOn, hasEvidence, isInForce } from './agency-force.ts';
import type { AccountFact, FactTables } from './facts.ts';
import { accountOf, isFamily } from './principal.ts';
import type { OracleRequest } from './request.ts';
import { hasHappened, isValidOn, londonDay } from './validity.ts';

const WORKING_ACCOUNTS = ['ACTIVE', 'DORMANT_WARNING'];
const REQUIRED_MODULES = ['SYSTEM', 'DATA_AND_SECURITY'];
const REQUIRED_EVIDENCE = ['POLICIES', 'DATA_SPECIFICATION'];

/** The first precondition that does not hold, in the order in which they are checked; null when all hold. */
export function missingPrecondition(facts: FactTables, request: OracleRequest): RefusalCode | null {
  const account = accountOf(facts, request);
  if (account === undefined) return 'ACCOUNT_UNKNOWN';
  if (!WORKING_ACCOUNTS.includes(account.state)) return 'ACCOUNT_NOT_ACTIVE';
  if (!issuerSpeaksFor(facts, account)) return 'ISSUER_NOT_FOR_AGENCY';
  if (!request.caller.multiFactor) return 'MULTI_FACTOR_REQUIRED';
  // Training is for workers; a family member accepts the terms and no more.
  if (!isFamily(account) && !isTrained(facts, account, request)) return 'TRAINING_NOT_VALID';
  if (!hasAccepted(facts, account, request)) return 'ACCEPTANCE_MISSING';
  if (!isInForce(facts, account.agencyId, request)) return 'AGENCY_NOT_IN_FORCE';
  if (!REQUIRED_EVIDENCE.every((kind) => hasEvidence(facts, account.agencyId, kind, request.now)))
    return 'AGENCY_EVIDENCE_MISSING';
  return null;
}

function issuerSpeaksFor(facts: FactTables, account: AccountFact): boolean {
  return facts.issuerAgency.some(
    (row) => row.issuerId === account.issuerId && row.agencyId === account.agencyId,
  );
}

function isTrained(
  facts: FactTables,
  account: AccountFact,
  { now, inForce = [] }: OracleRequest,
): boolean {
  const graceDays = inForce.length === 0 ? 0 : trainingGrace(inForce);
  const counted = new Date(now.getTime() - graceDays * 86_400_000);
  return REQUIRED_MODULES.every((module) =>
    facts.training.some(
      (row) =>
        row.accountId === account.id &&
        row.module === module &&
        row.completedOn <= londonDay(now) &&
        isValidOn('', row.expiresOn, londonDay(counted)),
    ),
  );
}

function hasAccepted(facts: FactTables, account: AccountFact, request: OracleRequest): boolean {
  const versions = agreementsOn(request).map((each) => each.userAgreementVersion);
  return facts.acceptance.some(
    (row) =>
      row.accountId === account.id &&
      versions.includes(row.version) &&
      hasHappened(row.acceptedAt, request.now),
  );
}
