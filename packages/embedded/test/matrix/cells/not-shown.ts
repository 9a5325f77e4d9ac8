import type { Role } from '@postern/agreements';

interface NotShown {
  readonly role: Role;
  readonly coordinates: readonly string[];
  readonly because: string;
}

const NO_EPISODE =
  'Access and requests are kept beside the episode’s team, where an episode is named only to who reads it; offices do not.';
const NO_PERSON =
  'An agreement is kept beside the persons, where a person is named only to who reads of them; offices do not.';
const NO_PARTS = 'Who oversees access reads the agreement, and not the part of each of the family.';
const NOBODY_OF_THAT_AGE =
  'Nobody of the role’s family is a young person, or has a law stand in for them; the scenarios of SHR-3.4.3d and SHR-3.7.2b show it.';
const NO_EARLIER =
  'The family of the role’s episode has no earlier one; the scenarios of SHR-1.2d show it.';
const BELOW_JUSTIFIED =
  'The list that leads to it needs a justification, so its identifier does too.';
const OF_THE_WHOLE_FAMILY =
  'The role’s access names persons, and this is said of the family as a whole.';

const OF_A_STRICTER_CLASS =
  'What is of a stricter class is read where that is justified, and not by its type’s mark; the scenarios of STA-4.0b show it.';
const DOCUMENT_READERS: readonly Role[] = [
  ...['LEAD_PROFESSIONAL', 'TAF_MEMBER', 'EHAST_PRACTITIONER', 'CONSULTATION_STAFF'],
  ...['HUB_WORKER', 'EARLY_HELP_MANAGER', 'PANEL_MEMBER', 'OVERRIDE_HOLDER'],
  ...['INFORMATION_GOVERNANCE_OFFICER', 'SOCIAL_CARE_WORKER', 'FAMILY_MEMBER', 'YOUNG_PERSON'],
] as const;

const NO_MERGE =
  'No two records of the county are of one person; the scenarios of SHR-3.2a show what is seen of them.';

/** What a cell marks and nobody can be shown through HTTP, with the reason. */
export const NOT_SHOWN: readonly NotShown[] = [
  ...(['EHAST_PRACTITIONER', 'CONSULTATION_STAFF'] as const).map((role) => ({
    role,
    coordinates: ['Episode.missingElements'],
    because: 'Help has not begun in the role’s episode; the scenarios of SHR-3.4.1 show it.',
  })),
  ...DOCUMENT_READERS.map((role) => ({
    role,
    coordinates: ['Document.rowClass'],
    because: OF_A_STRICTER_CLASS,
  })),
  ...(['LEAD_PROFESSIONAL', 'TAF_MEMBER', 'BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'] as const).map(
    (role) => ({
      role,
      coordinates: ['Person.alsoRecordedAs', 'Person.recordedUnder'],
      because: NO_MERGE,
    }),
  ),
  {
    role: 'OVERRIDE_HOLDER',
    coordinates: ['AssessmentSection.id', 'PlanAction.id'],
    because: BELOW_JUSTIFIED,
  },
  {
    role: 'INFORMATION_GOVERNANCE_OFFICER',
    coordinates: ['AssessmentSection.id', 'PlanAction.id'],
    because: BELOW_JUSTIFIED,
  },
  {
    role: 'INFORMATION_GOVERNANCE_OFFICER',
    coordinates: ['Assessment.reasons', 'Plan.objective'],
    because: OF_THE_WHOLE_FAMILY,
  },
  {
    role: 'GROUP_WORK_PROVIDER',
    coordinates: ['Plan.objective'],
    because: OF_THE_WHOLE_FAMILY,
  },
  { role: 'THIRD_PARTY', coordinates: ['Plan.objective'], because: OF_THE_WHOLE_FAMILY },
  {
    role: 'OVERRIDE_HOLDER',
    coordinates: ['Assessment.reasons', 'Plan.objective'],
    because: OF_THE_WHOLE_FAMILY,
  },
  {
    role: 'DATA_PROTECTION_OFFICER',
    coordinates: [
      ...['AccessGrant.episode', 'Justification.episode', 'InformationRequest.episode'],
      'AccuracyIssue.episode',
    ],
    because: NO_EPISODE,
  },
  {
    role: 'DATA_PROTECTION_OFFICER',
    coordinates: ['AgreementSigner.person', 'Exclusion.person', 'Justification.person'],
    because: NO_PERSON,
  },
  { role: 'DATA_PROTECTION_OFFICER', coordinates: ['FamilyAgreement.parts'], because: NO_PARTS },
  ...(
    [
      ...['EHAST_PRACTITIONER', 'CONSULTATION_STAFF', 'HUB_WORKER', 'BUSINESS_SUPPORT'],
      ...['EARLY_HELP_MANAGER', 'QA_AUDITOR', 'FAMILY_MEMBER'],
    ] as const
  ).map((role) => ({
    role,
    coordinates: ['competence', 'basis', 'disclosureLimit'].map(
      (field) => `AgreementPart.${field}`,
    ),
    because: NOBODY_OF_THAT_AGE,
  })),
  {
    role: 'CONSULTATION_STAFF',
    coordinates: ['AgreementPart.noticeExplainedOn'],
    because: 'The family of the role was told nothing yet; the scenarios of SHR-3.4.2b show it.',
  },
  {
    role: 'YOUNG_PERSON',
    coordinates: ['competence', 'basis', 'disclosureLimit'].map(
      (field) => `AgreementPart.${field}`,
    ),
    because: NOBODY_OF_THAT_AGE,
  },
  {
    role: 'LEAD_PROFESSIONAL',
    coordinates: ['Episode.earlierAssessments'],
    because: NO_EARLIER,
  },
  {
    role: 'EHAST_PRACTITIONER',
    coordinates: ['Episode.earlierAssessments'],
    because: NO_EARLIER,
  },
  {
    role: 'CONTACT_OFFICER',
    coordinates: ['InformationRequest.episode'],
    because: NO_EPISODE,
  },
  {
    role: 'CONTACT_OFFICER',
    coordinates: ['InformationRequest.answeredBy'],
    because: 'Whoever answered for another agency is nobody of the officer’s own.',
  },
  {
    role: 'FAMILY_MEMBER',
    coordinates: ['AccuracyIssue.raisedBy'],
    because: 'What one raised oneself was raised by no practitioner.',
  },
  {
    role: 'YOUNG_PERSON',
    coordinates: ['AccuracyIssue.raisedBy'],
    because: 'What one raised oneself was raised by no practitioner.',
  },
  { role: 'BUSINESS_UNIT', coordinates: ['AccessGrant.episode'], because: NO_EPISODE },
];
