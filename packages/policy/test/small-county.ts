import type {
  AccessGrantFact,
  EpisodeFact,
  FactTables,
  JustificationFact,
  OracleRequest,
  OracleRow,
} from '../src/index.ts';

/** A summer night: in London it is the next day already. */
export const NOW = new Date('2025-06-10T23:30:00.000Z');
export const TODAY = '2025-06-11';
export const YESTERDAY = '2025-06-10';
export const TOMORROW = '2025-06-12';
export const BEFORE = new Date(NOW.getTime() - 1);
export const AFTER = new Date(NOW.getTime() + 1);
export const LONG_AGO = new Date('2024-09-01T00:00:00.000Z');
export const FAR_AHEAD = new Date('2026-09-01T00:00:00.000Z');

export const episodeA: EpisodeFact = { id: 'episode-a', familyId: 'family-f', status: 'OPEN' };
export const episodeB: EpisodeFact = { id: 'episode-b', familyId: 'family-f', status: 'OPEN' };

export const grantOnA: AccessGrantFact = {
  grantedBy: '00000000-0000-4000-8000-0000000000aa',
  accountId: 'teacher',
  episodeId: 'episode-a',
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
  accountId: 'teacher',
  episodeId: 'episode-a',
  personId: 'child',
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
  approvedBy: 'manager',
  startsAt: LONG_AGO,
  expiresAt: FAR_AHEAD,
};

export const asTeacher: OracleRequest = {
  caller: { issuerId: 'development', subject: 'sub-teacher', multiFactor: true },
  purpose: 'COORDINATE_SUPPORT',
  now: NOW,
};

/** A school's TAF member with every precondition met, a grant on episode A, two agreed episodes of one family and no justification. */
export function county(changes: Partial<FactTables> = {}): FactTables {
  return {
    account: [
      {
        id: 'teacher',
        issuerId: 'development',
        subject: 'sub-teacher',
        agencyId: 'school',
        kind: 'PRACTITIONER',
        state: 'ACTIVE',
      },
    ],
    accountPerson: [],
    parentalResponsibility: [],
    householdPerson: [],
    issuerAgency: [{ issuerId: 'development', agencyId: 'school', state: 'SPEAKING' }],
    training: ['SYSTEM', 'DATA_AND_SECURITY'].map((module) => ({
      accountId: 'teacher',
      module,
      completedOn: '2024-09-01',
      expiresOn: '2025-09-01',
    })),
    acceptance: [{ accountId: 'teacher', version: '2024-10', acceptedAt: LONG_AGO }],
    roleHolding: [{ accountId: 'teacher', role: 'TAF_MEMBER', startsAt: LONG_AGO, endsAt: null }],
    conflictOfInterest: [],
    agency: [
      { id: 'school', kind: 'SCHOOL', state: 'ACTIVE' },
      { id: 'clinic', kind: 'HEALTH', state: 'ACTIVE' },
    ],
    agencyStanding: ['school', 'clinic'].map((agencyId) => ({
      agencyId,
      standing: 'PUBLIC_AUTHORITY',
      startsOn: '2020-01-01',
      endsOn: null,
    })),
    agencySignature: [
      {
        agencyId: 'school',
        agreement: 'SHROPSHIRE_ISA',
        version: '1.1',
        effectiveFrom: LONG_AGO,
        endsAt: null,
      },
    ],
    agencyEvidence: ['POLICIES', 'DATA_SPECIFICATION', 'APPROPRIATE_POLICY_DOCUMENT'].map(
      (kind) => ({
        agencyId: 'school',
        kind,
        validFrom: '2024-09-01',
        validUntil: '2025-09-01',
      }),
    ),
    episode: [episodeA, episodeB],
    episodePerson: [
      { episodeId: 'episode-a', personId: 'child' },
      { episodeId: 'episode-b', personId: 'child' },
      { episodeId: 'episode-b', personId: 'parent' },
    ],
    familyAgreement: ['episode-a', 'episode-b'].map((episodeId) => ({
      episodeId,
      state: 'SIGNED',
      basisWhenNoAgreement: null,
      signedAt: LONG_AGO,
      withdrawnAt: null,
    })),
    withheldPerson: [],
    exclusion: [],
    restriction: [],
    processingRestriction: [],
    disclosureLimit: [],
    proceeding: [],
    transferItem: [],
    accessGrant: [grantOnA],
    justification: [],
    ...changes,
  };
}

export const child: OracleRow = person('child');
export const parent: OracleRow = person('parent');
export const rowOfEpisodeA: OracleRow = {
  type: 'Episode',
  attributes: { id: 'episode-a' },
  about: { episodeId: 'episode-a' },
};
export const rowOfEpisodeB: OracleRow = {
  type: 'Episode',
  attributes: { id: 'episode-b' },
  about: { episodeId: 'episode-b' },
};
export const rowOfFamily: OracleRow = {
  type: 'Family',
  attributes: { id: 'family-f' },
  about: { familyId: 'family-f' },
};

/** A health condition of the child, recorded by the clinic in no episode unless changed. */
export function healthCondition(
  id: string,
  changes: Partial<OracleRow['about']> = {},
  recordedAt: Date = LONG_AGO,
): OracleRow {
  return {
    type: 'HealthCondition',
    attributes: { id, recordedAt },
    about: { personId: 'child', entryEpisodeId: null, agencyId: 'clinic', ...changes },
  };
}

/** An action of the plan of episode A that concerns the persons named. */
export function planAction(
  concerns: readonly string[],
  changes: Partial<OracleRow['about']> = {},
): OracleRow {
  return {
    type: 'PlanAction',
    attributes: { id: 'action' },
    about: { rowId: 'action', episodeId: 'episode-a', agencyId: 'clinic', concerns, ...changes },
  };
}

function person(id: string): OracleRow {
  return { type: 'Person', attributes: { id }, about: { rowId: id, personId: id } };
}
