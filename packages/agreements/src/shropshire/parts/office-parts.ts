import type { Part } from './part.ts';
import { classesOf, fieldsOf } from './part.ts';

const AGREEMENT_LINK = fieldsOf('Family', 'agreement', ['agreement']);

/** The family agreement with its signers and what it withholds from whom. */
export const AGREEMENT_RECORDS: readonly Part[] = [
  classesOf('FamilyAgreement', 'OPERATIONAL', 'PERSONAL'),
  classesOf('AgreementSigner', 'OPERATIONAL', 'PERSONAL'),
  classesOf('Exclusion', 'OPERATIONAL', 'PERSONAL'),
];
/** Where it stands for each of the family. */
export const AGREEMENT_PARTS = classesOf('AgreementPart', 'OPERATIONAL', 'PERSONAL');
export const AGREEMENT: readonly Part[] = [AGREEMENT_LINK, ...AGREEMENT_RECORDS, AGREEMENT_PARTS];
/** That the family agreed, without whether it withholds anything. */
export const AGREEMENT_STATUS: readonly Part[] = [
  AGREEMENT_LINK,
  fieldsOf('FamilyAgreement', 'status', ['id', 'status']),
];
/** The agreement as the family signed it; what somebody else withheld, and why, is not in it. */
export const AGREEMENT_FOR_FAMILY: readonly Part[] = [
  AGREEMENT_LINK,
  fieldsOf('FamilyAgreement', 'as-signed', [
    'id',
    'status',
    'formVersion',
    'noticeExplainedOn',
    'signedAt',
    'withdrawnAt',
    'parts',
    'signers',
    'nature',
    'recordedAt',
    'recordedBy',
    'recordedByAgency',
  ]),
];
export const SIGNERS = classesOf('AgreementSigner', 'OPERATIONAL', 'PERSONAL');

export const GRANT_LISTS = fieldsOf('Episode', 'grants', ['grants']);
export const GRANTS = classesOf('AccessGrant', 'OPERATIONAL', 'WORKFORCE');
/** Who has access and until when, without what they said of their work. */
export const GRANT_PERIODS = fieldsOf('AccessGrant', 'periods', [
  'id',
  'practitioner',
  'role',
  'startsAt',
  'endsAt',
]);
export const JUSTIFICATIONS = classesOf('Justification', 'OPERATIONAL', 'WORKFORCE', 'PERSONAL');
/** Who may read which class about whom, for what, on which law and until when, and where it stands; nothing that anybody wrote. */
export const JUSTIFICATION_STATUS = fieldsOf('Justification', 'status', [
  ...['id', 'episode', 'person', 'practitioner', 'classes', 'purpose', 'startsAt', 'expiresAt'],
  ...['article6', 'recognisedInterest', 'article9', 'article10', 'schedule1Paragraph', 'gateway'],
  ...['state', 'revision', 'approvalReasons', 'approver', 'deputy', 'decideBy', 'approvedBy'],
  ...['writtenBy', 'set', 'renews'],
]);

const CARD = ['id', 'name', 'jobTitle', 'email', 'phone', 'agency'];
export const PRACTITIONER_NAME = fieldsOf('Practitioner', 'name', ['id', 'name', 'agency']);
export const PRACTITIONER_FOR_FAMILY = fieldsOf('Practitioner', 'name', [
  'id',
  'name',
  'jobTitle',
  'agency',
]);
export const PRACTITIONER = fieldsOf('Practitioner', 'card', CARD);
export const ACCESS_LISTS = fieldsOf('Practitioner', 'access', ['grants', 'justifications']);
export const GRANTS_OF_PRACTITIONER = fieldsOf('Practitioner', 'grants', ['grants']);
export const ACCOUNT_STATE = fieldsOf('Practitioner', 'account', ['accountState']);

/** Every step by which access came about or ended, with who took it and when. */
export const ACCESS_EVENTS = classesOf('AccessEvent', 'WORKFORCE');
/** The same with why, in words that may say what is said of a family. */
export const ACCESS_EVENTS_WITH_REASONS = classesOf('AccessEvent', 'WORKFORCE', 'PERSONAL');

export const POLICY_RULES = classesOf('PolicyRule', 'WORKFORCE');
/** Which rules there are and on what clause, without what they ask. */
export const POLICY_RULE_TITLES = fieldsOf('PolicyRule', 'titles', [
  'id',
  'name',
  'role',
  'resource',
  'action',
  'effect',
  'clause',
  'version',
]);

/** How the policy comes to be what it is: its versions, what is proposed, and every step of it. */
export const POLICY_CHANGES: readonly Part[] = [
  'PolicyVersion',
  'PolicyDraft',
  'PolicyChange',
  'PolicyEvent',
  'PolicyRole',
].map((type) => classesOf(type, 'WORKFORCE'));

export const MATCH_POOL = classesOf(
  'MatchCandidate',
  'OPERATIONAL',
  'PERSONAL',
  'RESTRICTED:IDENTIFIER',
  'RESTRICTED:MATCHING',
);

export const COUNTS = classesOf('IndicatorTable', 'PUBLIC');
