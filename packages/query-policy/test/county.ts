import type {
  AccessGrantFact,
  FactTables,
  JustificationFact,
  OracleRequest,
} from '@postern/policy';

/** A summer night: in London it is the next day already. */
export const NOW = new Date('2025-06-10T23:30:00.000Z');
export const BEFORE = new Date(NOW.getTime() - 1);
export const AFTER = new Date(NOW.getTime() + 1);
export const LONG_AGO = new Date('2024-09-01T00:00:00.000Z');
export const FAR_AHEAD = new Date('2026-09-01T00:00:00.000Z');
export const YESTERDAY = '2025-06-10';
export const TODAY = '2025-06-11';
export const TOMORROW = '2025-06-12';

/** A readable id: the kind of thing it names, and which one. */
export function id(kind: number, which: number): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  return `${hex(kind, 8)}-0000-4000-8000-${hex(which, 12)}`;
}

export const TEACHER = id(1, 1);
export const COLLEAGUE = id(1, 2);
export const SCHOOL = id(2, 1);
export const CLINIC = id(2, 2);
export const [EPISODE_A, EPISODE_B, EPISODE_C] = [id(3, 1), id(3, 2), id(3, 3)] as const;
export const [FAMILY_F, FAMILY_G] = [id(4, 1), id(4, 2)] as const;
export const [CHILD, PARENT] = [id(5, 1), id(5, 2)] as const;
export const PARENT_ACCOUNT = id(1, 3);
export const HOUSEHOLD = id(6, 1);

export const grantOnA: AccessGrantFact = {
  grantedBy: '00000000-0000-4000-8000-0000000000aa',
  accountId: TEACHER,
  episodeId: EPISODE_A,
  role: 'TAF_MEMBER',
  startsAt: LONG_AGO,
  endsAt: null,
  suspendedAt: null,
  revokedAt: null,
  confirmBy: null,
  basis: 'WORK',
  persons: null,
};

/** Complete in law for every class it names. */
export const justificationOnA: JustificationFact = {
  accountId: TEACHER,
  episodeId: EPISODE_A,
  personId: CHILD,
  classes: ['SPECIAL_CATEGORY:HEALTH', 'CRIMINAL_OFFENCE', 'RESTRICTED:IDENTIFIER'],
  purpose: 'COORDINATE_SUPPORT',
  relevance: 'Medicines during the school day.',
  article6: 'A6_1_E_PUBLIC_TASK',
  article9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
  article10: 'SCHEDULE_1_CONDITION',
  schedule1Paragraph: '18',
  absenceOfConsentReason: 'CANNOT_REASONABLY_BE_OBTAINED',
  recognisedInterest: null,
  gateway: 'EDA2002_S175',
  gatewayHead: null,
  deaFactors: null,
  article8Aim: 'HEALTH_OR_MORALS',
  confidenceRoute: null,
  publicInterest: null,
  ownView: null,
  sourceView: null,
  alternativesConsidered: 'Asking the parent, who could not say.',
  state: 'LIVE',
  approvedBy: COLLEAGUE,
  startsAt: LONG_AGO,
  expiresAt: FAR_AHEAD,
};

export const asTeacher: OracleRequest = {
  caller: { issuerId: 'development', subject: 'sub-teacher', multiFactor: true },
  purpose: 'COORDINATE_SUPPORT',
  now: NOW,
};

export const asParent: OracleRequest = {
  caller: { issuerId: 'development', subject: 'sub-parent', multiFactor: true },
  purpose: 'COORDINATE_SUPPORT',
  now: NOW,
};

/** What makes of the county one in which the parent has an account, vouched for by the school, and the child is theirs. */
export function withParent(facts: FactTables): FactTables {
  return {
    ...facts,
    account: [
      ...facts.account,
      {
        id: PARENT_ACCOUNT,
        kind: 'FAMILY',
        issuerId: 'development',
        subject: 'sub-parent',
        agencyId: SCHOOL,
        state: 'ACTIVE',
      },
    ],
    acceptance: [
      ...facts.acceptance,
      { accountId: PARENT_ACCOUNT, version: '2024-10', acceptedAt: LONG_AGO },
    ],
    roleHolding: [
      ...facts.roleHolding,
      ...['FAMILY_MEMBER', 'TAF_MEMBER'].map((role) => ({
        accountId: PARENT_ACCOUNT,
        role,
        startsAt: LONG_AGO,
        endsAt: null,
      })),
    ],
    accountPerson: [
      { accountId: PARENT_ACCOUNT, personId: PARENT, verifiedAt: LONG_AGO, endedAt: null },
    ],
  };
}

/** A teacher with every precondition met, in two roles, with one grant on three episodes of two families. */
export function county(changes: Partial<FactTables> = {}): FactTables {
  return {
    account: [
      {
        id: TEACHER,
        kind: 'PRACTITIONER',
        issuerId: 'development',
        subject: 'sub-teacher',
        agencyId: SCHOOL,
        state: 'ACTIVE',
      },
    ],
    issuerAgency: [{ issuerId: 'development', agencyId: SCHOOL, state: 'SPEAKING' }],
    training: ['SYSTEM', 'DATA_AND_SECURITY'].map((module) => ({
      accountId: TEACHER,
      module,
      completedOn: '2024-09-01',
      expiresOn: '2025-09-01',
    })),
    acceptance: [{ accountId: TEACHER, version: '2024-10', acceptedAt: LONG_AGO }],
    roleHolding: ['TAF_MEMBER', 'LEAD_PROFESSIONAL'].map((role) => ({
      accountId: TEACHER,
      role,
      startsAt: LONG_AGO,
      endsAt: null,
    })),
    conflictOfInterest: [],
    agency: [
      { id: SCHOOL, kind: 'SCHOOL', state: 'ACTIVE' },
      { id: CLINIC, kind: 'HEALTH', state: 'ACTIVE' },
    ],
    agencyStanding: [SCHOOL, CLINIC].map((agencyId) => ({
      agencyId,
      standing: 'PUBLIC_AUTHORITY',
      startsOn: '2010-01-01',
      endsOn: null,
    })),
    agencySignature: [
      {
        agencyId: SCHOOL,
        agreement: 'SHROPSHIRE_ISA',
        version: '1.1',
        effectiveFrom: LONG_AGO,
        endsAt: null,
      },
    ],
    agencyEvidence: ['POLICIES', 'DATA_SPECIFICATION', 'APPROPRIATE_POLICY_DOCUMENT'].map(
      (kind) => ({ agencyId: SCHOOL, kind, validFrom: '2024-09-01', validUntil: '2025-09-01' }),
    ),
    episode: [
      { id: EPISODE_A, familyId: FAMILY_F, status: 'OPEN' },
      { id: EPISODE_B, familyId: FAMILY_F, status: 'OPEN' },
      { id: EPISODE_C, familyId: FAMILY_G, status: 'OPEN' },
    ],
    episodePerson: [
      { episodeId: EPISODE_A, personId: CHILD },
      { episodeId: EPISODE_B, personId: CHILD },
      { episodeId: EPISODE_C, personId: PARENT },
    ],
    familyAgreement: [EPISODE_A, EPISODE_B, EPISODE_C].map((episodeId) => ({
      episodeId,
      state: 'SIGNED',
      basisWhenNoAgreement: null,
      signedAt: LONG_AGO,
      withdrawnAt: null,
    })),
    withheldPerson: [],
    exclusion: [],
    accessGrant: [grantOnA],
    justification: [],
    accountPerson: [],
    parentalResponsibility: [],
    householdPerson: [],
    restriction: [],
    processingRestriction: [],
    disclosureLimit: [],
    proceeding: [],
    transferItem: [],
    ...changes,
  };
}
