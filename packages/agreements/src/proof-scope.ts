import type { ProofScope } from '@postern/policy';
import { PRECONDITIONS } from '@postern/policy';
import { ROLES } from './matrix/roles.ts';

const TITLES: Readonly<Record<string, { readonly title: string }>> = ROLES;

const COUNTS_AND_REGISTERS = [
  ...['Agency', 'Signature', 'Agreement', 'AgreementTerm', 'AgreementTimer', 'Resolution'],
  ...['IndicatorTable', 'IndicatorCell', 'CellMember', 'IndicatorDefinition', 'IndicatorMeasure'],
  ...['DimensionMember', 'Publication', 'DisclosureProfile'],
];

/** What the roles and types of the partnership are to the proof of its rules. */
export const PROOF_SCOPE: ProofScope = {
  administrators: {
    roles: ['ADMINISTRATOR'],
    types: [
      ...COUNTS_AND_REGISTERS,
      'Practitioner',
      ...[
        'PolicyRule',
        'PolicyVersion',
        'PolicyDraft',
        'PolicyChange',
        'PolicyEvent',
        'PolicyRole',
      ],
    ],
  },
  reporting: {
    roles: ['ANALYST', 'BOARD_MEMBER', 'EVALUATOR'],
    types: COUNTS_AND_REGISTERS,
  },
  // Nothing goes by default: what a lead professional picked for social care (SHR-3.4.10c).
  handPicked: ['SOCIAL_CARE_WORKER'],
  overrides: {
    purposes: ['SAFEGUARDING'],
    outlines: [
      ...['Episode', 'Family', 'Household', 'Address', 'Practitioner', 'Person'],
      ...['SafeguardingConcern', 'SafetyAlert', 'Voice', 'GroupWork', 'SocialCareInvolvement'],
      ...['Disability', 'HealthCondition', 'MentalHealthNote', 'SubstanceUse'],
      ...['Conviction', 'Investigation', 'PoliceIncident', 'YouthJusticeInvolvement'],
      ...['DomesticAbuseIncident', 'AttendanceRecord', 'SchoolExclusion', 'SchoolBehaviour'],
      ...['SpecialEducationalNeed', 'HousingCircumstance', 'EmploymentStatus'],
      ...['FinancialCircumstance', 'CourtOrder', 'CaringRole', 'CareReceived'],
    ],
    records: [
      ...[
        'Assessment',
        'AssessmentSection',
        'Need',
        'Plan',
        'PlanAction',
        'Activity',
        'TafMeeting',
      ],
      ...['CaseNote', 'Referral', 'Document', 'DocumentPart'],
    ],
  },
  preconditions: PRECONDITIONS,
  titleOf: (role) => TITLES[role]?.title ?? role,
};
