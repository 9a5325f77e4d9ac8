import type { AgencyKind, TrainingModule } from '@postern/access-facts';

/** A kind of agency within a sentence. */
export const AGENCY_KIND_WORDS: Readonly<Record<AgencyKind, string>> = {
  COUNCIL: 'the council',
  SCHOOL: 'a school or college',
  EARLY_YEARS: 'an early years setting',
  HEALTH: 'a health service',
  POLICE: 'the police',
  HOUSING: 'a housing provider',
  VOLUNTARY: 'a voluntary organisation',
  GOVERNMENT: 'a government department',
  CONTRACTOR: 'a contractor',
};

/** A training module within a sentence. */
export const MODULE_WORDS: Readonly<Record<TrainingModule, string>> = {
  SYSTEM: 'system training',
  DATA_AND_SECURITY: 'training in data protection and security',
};

/** What practice asks of an episode by a time, within a sentence. */
export const PRACTICE_STEP_WORDS = {
  SCREENING: 'screening a contact',
  ASSESSMENT: 'assessing a whole family',
  PLAN: 'agreeing a plan',
  FIRST_REVIEW: 'the first review of a plan',
  LATER_REVIEW: 'the next review of a plan',
  REASSESSMENT: 'assessing a family again',
} as const;

/** Something that practice asks of an episode by a time. */
export type PracticeStep = keyof typeof PRACTICE_STEP_WORDS;
