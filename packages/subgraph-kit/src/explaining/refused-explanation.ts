import type { Refusal, RefusalCode } from '@postern/errors';
import { REFUSALS } from '@postern/errors';
import type { AccessExplanation, Requirement } from '@postern/policy';

type Needed = Pick<Requirement, 'words' | 'clause' | 'whoCan'>;

/** What has to be so before anything is read, and who can make it so. */
const NEEDED: Readonly<Partial<Record<RefusalCode, Needed>>> = {
  ACCOUNT_NOT_ACTIVE: {
    words: 'the account is active',
    clause: 'SHR-8.3.7f',
    whoCan: 'The host team activates accounts.',
  },
  ISSUER_NOT_FOR_AGENCY: {
    words: 'the provider of the sign-in may speak for the agency',
    clause: 'SHR-8.1c',
    whoCan: 'The host team keeps the register of providers.',
  },
  TRAINING_NOT_VALID: {
    words: 'the training on the system and on data and security is valid',
    clause: 'SHR-8.3.7b',
    whoCan: 'The account’s holder completes it, and the host team confirms it.',
  },
  ACCEPTANCE_MISSING: {
    words: 'the current user agreement is accepted',
    clause: 'DEV-A3-ua',
    whoCan: 'The account’s holder accepts it.',
  },
  SECOND_FACTOR_NOT_SHOWN: {
    words: 'a second factor was shown for the account',
    clause: 'SHR-8.3.7a',
    whoCan: 'The account’s holder shows it.',
  },
  AGENCY_NOT_IN_FORCE: {
    words: 'the agency’s signature of the agreement is in force',
    clause: 'SHR-8.2.1c',
    whoCan: 'The agency signs.',
  },
  AGENCY_EVIDENCE_MISSING: {
    words: 'the agency’s policy evidence and data specification are in date',
    clause: 'SHR-8.3.7d',
    whoCan: 'The agency’s contact officer sends it to the host team.',
  },
  PURPOSE_NOT_PERMITTED: {
    words: 'the purpose of use is one that a role held permits',
    clause: 'SHR-2.2b',
    whoCan: 'The reader states the purpose.',
  },
  ROLE_MISSING: {
    words: 'a role is held that counts at present',
    clause: 'SHR-8.2.1a',
    whoCan: 'The host team gives roles and confirms them.',
  },
  CONTRACT_NOT_PERMITTED: {
    words: 'a role held is one that reads records',
    clause: 'SHR-8.3.7h',
    whoCan: 'The host team gives roles for the work that somebody does.',
  },
};

/** Why nothing is read for an account, whatever the record: a precondition that is missing, or a purpose not permitted. */
export function refusedExplanation(
  refusal: Refusal,
  own: boolean,
  policyVersion: number | null = null,
): AccessExplanation {
  const { code, remedy, facts } = refusal;
  const needed = NEEDED[code];
  return {
    outcome: 'REFUSED',
    message: messageFor(refusal, own),
    code,
    clause: needed?.clause ?? null,
    remedy,
    policyVersion,
    decidedBy: null,
    rules: [],
    required: missingOf(refusal).flatMap((each) => requirementOf(each)),
    roles: [],
    purposes: Array.isArray(facts['purposes']) ? facts['purposes'].map(String) : [],
  };
}

/** All that is missing, where the refusal names it; else what it is about. */
function missingOf({ code, facts }: Refusal): readonly RefusalCode[] {
  const { missing } = facts;
  return Array.isArray(missing) ? (missing as readonly RefusalCode[]) : [code];
}

function requirementOf(code: RefusalCode): readonly Requirement[] {
  const needed = NEEDED[code];
  return needed === undefined ? [] : [{ ...needed, remedy: REFUSALS[code].remedy }];
}

function messageFor({ code, message }: Refusal, own: boolean): string {
  if (own) return message;
  return code === 'ACCOUNT_UNKNOWN'
    ? 'There is no such practitioner’s account.'
    : `Nothing is read for this account, which is told: “${message}”`;
}
