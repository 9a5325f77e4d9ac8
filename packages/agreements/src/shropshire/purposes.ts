import type { Purpose } from '@postern/policy';

/** What the team around a family works for (SHR-2.2b, SHR-2.1). */
export const TEAM_PURPOSES: readonly Purpose[] = [
  'UNDERSTAND_NEEDS',
  'ENGAGE_FAMILY',
  'CHOOSE_SUPPORT',
  'COORDINATE_SUPPORT',
  'TRACK_OUTCOMES',
  'PROFESSIONAL_CONVERSATION',
  'SAFEGUARDING',
];

/** What the front door screens for (SHR-3.5.6c). */
export const SCREENING_PURPOSES: readonly Purpose[] = [
  'UNDERSTAND_NEEDS',
  'ENGAGE_FAMILY',
  'CHOOSE_SUPPORT',
  'PROFESSIONAL_CONVERSATION',
  'SAFEGUARDING',
];

/** Advice to practitioners (SHR-3.8.1, SHR-3.8.3). */
export const CONSULTATION_PURPOSES: readonly Purpose[] = [
  'PROFESSIONAL_CONVERSATION',
  'UNDERSTAND_NEEDS',
  'CHOOSE_SUPPORT',
  'SAFEGUARDING',
];

/** Support starts early: the hub recommends a team and brings in the agencies that it needs (SHR-3.6.1, SHR-3.6.2). */
export const HUB_PURPOSES: readonly Purpose[] = [...SCREENING_PURPOSES, 'COORDINATE_SUPPORT'];

/** A referrer is told what came of it (SHR-3.5.7) and gives the family feedback (SHR-3.7.4). */
export const REFERRAL_PURPOSES: readonly Purpose[] = [
  'ENGAGE_FAMILY',
  'TRACK_OUTCOMES',
  'PROFESSIONAL_CONVERSATION',
  'SAFEGUARDING',
];

/** The panel advises and finds support (SHR-3.7.1). */
export const PANEL_PURPOSES: readonly Purpose[] = [
  'PROFESSIONAL_CONVERSATION',
  'CHOOSE_SUPPORT',
  'COORDINATE_SUPPORT',
  'SAFEGUARDING',
];

/** Direct work with those who take part (SHR-3.4.9, SHR-8.2.2c). */
export const GROUP_PURPOSES: readonly Purpose[] = [
  'ENGAGE_FAMILY',
  'COORDINATE_SUPPORT',
  'TRACK_OUTCOMES',
  'SAFEGUARDING',
];

/** A contractor does one piece of work for the family (SHR-8.4.4b). */
export const CONTRACTOR_PURPOSES: readonly Purpose[] = ['ENGAGE_FAMILY', 'COORDINATE_SUPPORT'];

/** To protect somebody, and for nothing else (SHR-3.5L-e). */
export const OVERRIDE_PURPOSES: readonly Purpose[] = ['SAFEGUARDING'];

/** The host keeps records and access right (SHR-8.3.8). */
export const HOST_PURPOSES: readonly Purpose[] = ['ADMINISTRATION', 'COORDINATE_SUPPORT'];

/** A manager oversees the work of the team, and who has access (SHR-8.2.1g). */
export const OVERSIGHT_PURPOSES: readonly Purpose[] = [...TEAM_PURPOSES, 'ADMINISTRATION'];

/** SHR-6a. */
export const AUDIT_PURPOSES: readonly Purpose[] = ['AUDIT'];

/** STA-1.2, SOM-2.2. */
export const REVIEW_PURPOSES: readonly Purpose[] = ['REVIEW', 'ASSURANCE'];

/** A safeguarding risk that needs social care, and stepping down from it (SHR-3.4.10b, SHR-3.4.10d). */
export const SOCIAL_CARE_PURPOSES: readonly Purpose[] = [
  'SAFEGUARDING',
  'UNDERSTAND_NEEDS',
  'PROFESSIONAL_CONVERSATION',
];

/** One's own data (SHR-3.5L-m), and how one's own plan goes (SHR-1.2e). */
export const FAMILY_PURPOSES: readonly Purpose[] = ['RIGHTS', 'TRACK_OUTCOMES'];

/** Rights requests and breaches about one person (SHR-10.1.2, SHR-11.3.2). */
export const INFORMATION_GOVERNANCE_PURPOSES: readonly Purpose[] = ['RIGHTS', 'ADMINISTRATION'];

/** Accounts, grants, agreements and rules, never a family's record (SHR-8.3.7i, SHR-8.3.8f). */
export const OFFICE_PURPOSES: readonly Purpose[] = ['ADMINISTRATION'];

/** Finding families, and nothing else (SHR-3.5.6b). */
export const MATCHING_PURPOSES: readonly Purpose[] = ['MATCH_DATA'];

/** What boards and analysts may use aggregates for (SHR-3.9.3). */
export const REPORTING_PURPOSES: readonly Purpose[] = ['PLANNING_AND_REPORTING'];

/** What an evaluator may use them for besides (PN-eval). */
export const EVALUATION_PURPOSES: readonly Purpose[] = ['PLANNING_AND_REPORTING', 'EVALUATION'];
