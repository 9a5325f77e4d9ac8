/** The roles that a practitioner's account may hold and a grant may confer; that of an override nobody holds. */
export type CastRole =
  | 'LEAD_PROFESSIONAL'
  | 'TAF_MEMBER'
  | 'EHAST_PRACTITIONER'
  | 'ANALYST'
  | 'REFERRING_PRACTITIONER'
  | 'BUSINESS_SUPPORT'
  | 'EARLY_HELP_MANAGER'
  | 'HUB_WORKER'
  | 'CONSULTATION_STAFF'
  | 'PANEL_MEMBER'
  | 'GROUP_WORK_PROVIDER'
  | 'QA_AUDITOR'
  | 'DATA_HUB_ANALYST'
  | 'BOARD_MEMBER'
  | 'SAFEGUARDING_REVIEWER'
  | 'BUSINESS_UNIT'
  | 'CONTACT_OFFICER'
  | 'DATA_PROTECTION_OFFICER'
  | 'INFORMATION_GOVERNANCE_OFFICER'
  | 'SOCIAL_CARE_WORKER'
  | 'EVALUATOR'
  | 'THIRD_PARTY'
  | 'ADMINISTRATOR'
  | 'OVERRIDE_HOLDER'
  | FamilyRole;

/** The roles of a family member's account. */
export type FamilyRole = 'FAMILY_MEMBER' | 'YOUNG_PERSON';
