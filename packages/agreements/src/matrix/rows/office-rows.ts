import { left, matrixRow, of, seen } from '../cell.ts';
import { NO_COUNT } from '../reasons.ts';
import { FAMILY, FOR_NAMED_PERSONS, FRONT_DOOR, REPORTING, TEAM } from '../roles.ts';

const AGREEMENT = ['FamilyAgreement', 'AgreementSigner', 'Exclusion'];
const PARTS = 'AgreementPart';
const AS_SIGNED = of(
  'FamilyAgreement',
  ...[
    'id',
    'status',
    'formVersion',
    'noticeExplainedOn',
    'signedAt',
    'withdrawnAt',
    'signers',
    'parts',
  ],
  ...['nature', 'recordedAt', 'recordedBy', 'recordedByAgency'],
);
const PERIODS = of('AccessGrant', 'id', 'practitioner', 'role', 'startsAt', 'endsAt');
const OTHERS_OF_GRANT = of(
  'AccessGrant',
  ...['episode', 'workingRelationship', 'grantedBy', 'suspendedAt', 'revokedAt', 'revokedCause'],
  ...['state', 'basis', 'confirmBy', 'revision'],
);
const JUSTIFICATION_STATUS = of(
  'Justification',
  ...['id', 'episode', 'person', 'practitioner', 'classes', 'purpose', 'startsAt', 'expiresAt'],
  ...['article6', 'recognisedInterest', 'article9', 'article10', 'schedule1Paragraph', 'gateway'],
  ...['state', 'revision', 'approvalReasons', 'approver', 'deputy', 'decideBy', 'approvedBy'],
  ...['writtenBy', 'set', 'renews'],
);
const OTHERS_OF_JUSTIFICATION = of(
  'Justification',
  ...['relevance', 'alternativesConsidered', 'dangerOfSharing', 'dangerOfNotSharing', 'nature'],
  ...['absenceOfConsentReason', 'gatewayHead', 'deaFactors', 'article8Aim', 'confidenceRoute'],
  ...['publicInterest', 'ownView', 'sourceView', 'familyToldOn', 'notToldBecause', 'outcome'],
  ...['checkedAt', 'caldicottAdvice', 'uses', 'lastUsedAt'],
);
const OWN_LISTS = of('Practitioner', 'grants', 'justifications');
const REQUEST_STATUS = of(
  'InformationRequest',
  ...[
    'id',
    'episode',
    'askedBy',
    'askingAgency',
    'holdingAgency',
    'state',
    'askedAt',
    'answeredAt',
    'revision',
    'statutoryDuty',
    'dueAt',
    'answeredBy',
  ],
);
const ISSUE_STATUS = of(
  'AccuracyIssue',
  ...[
    'id',
    'episode',
    'kind',
    'foundOn',
    'state',
    'revision',
    'raisedBy',
    'raisedByAgency',
    'raisedAt',
  ],
  ...['recordedBy', 'recordedByAgency', 'dueAt', 'correctedBy', 'correctedAt'],
);
const STEP = of(
  'AccessEvent',
  ...['id', 'position', 'machine', 'subject', 'move', 'before', 'after', 'actor', 'actorAgency'],
  ...['onBehalfOf', 'at', 'practitioner', 'agency'],
);
const TITLES = of(
  'PolicyRule',
  ...['id', 'name', 'role', 'resource', 'action', 'effect', 'clause', 'version'],
);
const CARD = of('Practitioner', 'id', 'name', 'jobTitle', 'email', 'phone', 'agency');

export const OFFICE_ROWS = [
  matrixRow(
    'AGREEMENT',
    'Family agreement, exclusions',
    ['Family.agreement', ...AGREEMENT, PARTS],
    [
      [['LEAD_PROFESSIONAL', ...FRONT_DOOR, 'HUB_WORKER', 'QA_AUDITOR'], seen('FULL')],
      [['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'], seen('FULL')],
      [
        ['TAF_MEMBER', 'PANEL_MEMBER', 'SAFEGUARDING_REVIEWER', 'SOCIAL_CARE_WORKER'],
        seen('STATUS', 'Family.agreement', ...of('FamilyAgreement', 'id', 'status')),
      ],
      [
        ['DATA_PROTECTION_OFFICER'],
        seen('FULL', ...AGREEMENT),
        left('FULL', 'Who oversees access need not know what each of a family said.', PARTS),
      ],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [
        FAMILY,
        seen('SELF', 'Family.agreement', ...AS_SIGNED, 'AgreementSigner', PARTS),
        left(
          'SELF',
          'Nothing says whose exclusion it is, and what one parent withheld is not the other’s to read.',
          ...of('FamilyAgreement', 'exclusions', 'basisWhenNoAgreement', 'revision'),
          'Exclusion',
        ),
      ],
    ],
  ),
  matrixRow(
    'ACCESS',
    'Grants and justifications',
    ['Episode.grants', ...OWN_LISTS, 'AccessGrant', 'Justification'],
    [
      [
        ['LEAD_PROFESSIONAL'],
        seen('STATUS', 'Episode.grants', ...OWN_LISTS, 'AccessGrant', ...JUSTIFICATION_STATUS),
        seen('OWN', ...OTHERS_OF_JUSTIFICATION),
      ],
      [
        ['TAF_MEMBER', ...FRONT_DOOR],
        seen('OWN', 'AccessGrant', 'Justification'),
        seen('LIST', 'Episode.grants', ...OWN_LISTS),
      ],
      [
        ['HUB_WORKER'],
        seen('STATUS', 'Episode.grants', ...PERIODS),
        seen('OWN', ...OTHERS_OF_GRANT, 'Justification', ...OWN_LISTS),
      ],
      [
        ['PANEL_MEMBER', 'GROUP_WORK_PROVIDER', 'THIRD_PARTY', ...FOR_NAMED_PERSONS],
        seen('OWN', 'AccessGrant', 'Justification', ...OWN_LISTS),
      ],
      [
        ['BUSINESS_SUPPORT'],
        seen('FULL', 'Episode.grants', ...OWN_LISTS, 'AccessGrant'),
        seen('OWN', 'Justification'),
      ],
      [['EARLY_HELP_MANAGER', 'QA_AUDITOR'], seen('FULL')],
      [['SAFEGUARDING_REVIEWER'], seen('STATUS', 'Episode.grants', ...PERIODS)],
      [['DATA_PROTECTION_OFFICER'], seen('FULL', 'AccessGrant', 'Justification', ...OWN_LISTS)],
      [['BUSINESS_UNIT'], seen('SCOPED', 'AccessGrant', 'Practitioner.grants')],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [
        FAMILY,
        left('STATUS', 'Who saw what is summed up from the ledger, which is not a record type.'),
      ],
    ],
  ),
  matrixRow(
    'EVENTS',
    'Steps by which access came about or ended',
    ['AccessEvent'],
    [
      [['DATA_PROTECTION_OFFICER'], seen('FULL')],
      [['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'], seen('STATUS', ...STEP)],
    ],
  ),
  matrixRow(
    'REFUSALS',
    'Information requests, refusals and their reasons',
    ['Episode.informationRequests', 'InformationRequest'],
    [
      [
        [...TEAM, ...FRONT_DOOR, 'REFERRING_PRACTITIONER'],
        seen('OWN', 'InformationRequest'),
        seen('LIST', 'Episode.informationRequests'),
      ],
      [['BUSINESS_SUPPORT'], seen('STATUS', 'Episode.informationRequests', ...REQUEST_STATUS)],
      [['EARLY_HELP_MANAGER', 'QA_AUDITOR'], seen('FULL')],
      [['DATA_PROTECTION_OFFICER'], seen('FULL', 'InformationRequest')],
      [['CONTACT_OFFICER'], seen('OWN', 'InformationRequest')],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [FAMILY, left('SELF', 'On request only, and then by whoever answers the request.')],
    ],
  ),
  matrixRow(
    'ACCURACY',
    'What is said to be wrong in a record, and what came of it',
    ['AccuracyIssue'],
    [
      [
        ['LEAD_PROFESSIONAL'],
        seen('STATUS', ...ISSUE_STATUS),
        seen('OWN', ...of('AccuracyIssue', 'coordinate', 'wrong', 'answer')),
      ],
      [['TAF_MEMBER', ...FRONT_DOOR], seen('OWN')],
      [['BUSINESS_SUPPORT', 'DATA_PROTECTION_OFFICER'], seen('FULL')],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'POOL',
    'People under the threshold, for matching',
    of('MatchCandidate', 'source', 'receivedOn', 'criteria'),
    [
      [['DATA_HUB_ANALYST'], seen('FULL')],
      [
        FRONT_DOOR,
        left(
          'JUSTIFIED',
          'A justification covers persons of an episode, and a candidate is of none.',
        ),
      ],
      [['DATA_PROTECTION_OFFICER'], left('STATUS', 'Offices see no personal data of the pool.')],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [FAMILY, left('SELF', 'Nothing ties a candidate to the person whose account it is.')],
    ],
  ),
  matrixRow(
    'RULES',
    'What roles may do',
    ['PolicyRule'],
    [
      [
        ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'QA_AUDITOR', 'DATA_PROTECTION_OFFICER'],
        seen('STATUS', ...TITLES),
      ],
      [['ADMINISTRATOR'], seen('FULL')],
    ],
  ),
  matrixRow(
    'RULE_CHANGES',
    'How rules come to be: versions, drafts, changes and every step',
    ['PolicyVersion', 'PolicyDraft', 'PolicyChange', 'PolicyEvent', 'PolicyRole'],
    [[['EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER', 'ADMINISTRATOR'], seen('FULL')]],
  ),
  matrixRow('COLLEAGUES', 'Practitioners: name, post, how to reach them', CARD, [
    [
      [...TEAM, ...FRONT_DOOR, 'HUB_WORKER', 'REFERRING_PRACTITIONER', 'PANEL_MEMBER'],
      seen('FULL'),
    ],
    [['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'ADMINISTRATOR', 'BUSINESS_UNIT'], seen('FULL')],
    [['GROUP_WORK_PROVIDER', 'THIRD_PARTY', 'QA_AUDITOR', 'SAFEGUARDING_REVIEWER'], seen('FULL')],
    [['SOCIAL_CARE_WORKER', ...FOR_NAMED_PERSONS], seen('FULL')],
    [['CONTACT_OFFICER', 'DATA_HUB_ANALYST'], seen('OWN')],
    [
      ['DATA_PROTECTION_OFFICER'],
      seen('FULL', ...of('Practitioner', 'id', 'name', 'agency')),
      seen('OWN', ...of('Practitioner', 'jobTitle', 'email', 'phone')),
    ],
    [FAMILY, seen('SELF', ...of('Practitioner', 'id', 'name', 'jobTitle', 'agency'))],
  ]),
  matrixRow(
    'ACCOUNTS',
    'State of an account',
    ['Practitioner.accountState'],
    [
      [
        [...TEAM, ...FRONT_DOOR, 'HUB_WORKER', 'REFERRING_PRACTITIONER', 'PANEL_MEMBER'],
        seen('OWN'),
      ],
      [['CONTACT_OFFICER', 'BUSINESS_UNIT'], seen('OWN')],
      [['GROUP_WORK_PROVIDER', 'THIRD_PARTY', 'QA_AUDITOR', 'SAFEGUARDING_REVIEWER'], seen('OWN')],
      [['SOCIAL_CARE_WORKER', ...FOR_NAMED_PERSONS], seen('OWN')],
      [['DATA_PROTECTION_OFFICER', 'DATA_HUB_ANALYST'], seen('OWN')],
      [['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'ADMINISTRATOR'], seen('FULL')],
    ],
  ),
];
