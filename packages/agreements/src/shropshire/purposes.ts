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

/** What boards and analysts may use aggregates for (SHR-3.9.3). */
export const REPORTING_PURPOSES: readonly Purpose[] = ['PLANNING_AND_REPORTING'];
