import type { ClassKey } from '@postern/policy';

/** What the team shares in full: the episode's own records (SHR-3.4.2a, SHR-3.4.5). */
export const EPISODE_RECORDS = [
  'Episode',
  'LevelTransition',
  'Assessment',
  'AssessmentSection',
  'Need',
  'Plan',
  'PlanAction',
  'TafMeeting',
] as const;

/** Who the family is and where it lives. */
export const FAMILY_RECORDS = ['Family', 'Household', 'Address'] as const;

/** Each type of entry about a person, the field of Person that lists it, and its one class. */
export const PERSON_ENTRIES = [
  ['Disability', 'disabilities', 'SPECIAL_CATEGORY:DISABILITY'],
  ['HealthCondition', 'healthConditions', 'SPECIAL_CATEGORY:HEALTH'],
  ['MentalHealthNote', 'mentalHealth', 'SPECIAL_CATEGORY:HEALTH'],
  ['SubstanceUse', 'substanceUse', 'SPECIAL_CATEGORY:SUBSTANCE_USE'],
  ['Conviction', 'convictions', 'CRIMINAL_OFFENCE'],
  ['Investigation', 'investigations', 'CRIMINAL_OFFENCE'],
  ['PoliceIncident', 'policeIncidents', 'CRIMINAL_OFFENCE'],
  ['YouthJusticeInvolvement', 'youthJustice', 'CRIMINAL_OFFENCE'],
  ['DomesticAbuseIncident', 'domesticAbuse', 'CRIMINAL_OFFENCE'],
  ['AttendanceRecord', 'attendance', 'RESTRICTED:EDUCATION'],
  ['SchoolExclusion', 'exclusions', 'RESTRICTED:EDUCATION'],
  ['SchoolBehaviour', 'behaviour', 'RESTRICTED:EDUCATION'],
  ['SpecialEducationalNeed', 'specialEducationalNeeds', 'RESTRICTED:EDUCATION'],
  ['HousingCircumstance', 'housing', 'RESTRICTED:HOUSING'],
  ['EmploymentStatus', 'employment', 'RESTRICTED:EMPLOYMENT'],
  ['FinancialCircumstance', 'finance', 'RESTRICTED:FINANCE'],
  ['SocialCareInvolvement', 'socialCare', 'RESTRICTED:SOCIAL_CARE'],
] as const satisfies readonly (readonly [string, string, ClassKey])[];

/** Identifiers in another agency's systems: never without a justification, and not the matcher's own. */
export const SECTOR_IDENTIFIERS = ['nhsNumber', 'uniquePupilNumber'] as const;
