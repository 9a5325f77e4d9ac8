import type { Role } from '@postern/agreements';
import { HOST } from './offices.ts';

/** Who may give a role, and by which rule. */
interface Assignment {
  readonly by: readonly Role[];
  readonly clause: string;
}

const byHost: Assignment = { by: HOST, clause: 'SHR-8.2.1a' };
const byAdministrator: Assignment = { by: ['ADMINISTRATOR'], clause: 'SHR-8.3.8f' };

/**
 * Qualified assigners: those who give access to families are made by whoever gives none, those who watch over them by
 * whoever is not watched, and the administrators by the manager. A family member’s role follows from who they are, an override’s from the override.
 */
export const ASSIGNERS: Readonly<Record<Role, Assignment | null>> = {
  LEAD_PROFESSIONAL: byHost,
  TAF_MEMBER: byHost,
  EHAST_PRACTITIONER: byHost,
  CONSULTATION_STAFF: byHost,
  REFERRING_PRACTITIONER: byHost,
  PANEL_MEMBER: byHost,
  GROUP_WORK_PROVIDER: byHost,
  SOCIAL_CARE_WORKER: byHost,
  THIRD_PARTY: { by: HOST, clause: 'SHR-8.4.4b' },
  CONTACT_OFFICER: { by: HOST, clause: 'DEV-1.2b' },
  ANALYST: byHost,
  BOARD_MEMBER: byHost,
  EVALUATOR: byHost,
  DATA_HUB_ANALYST: byHost,
  BUSINESS_UNIT: { by: ['EARLY_HELP_MANAGER'], clause: 'SOM-8.7' },
  SAFEGUARDING_REVIEWER: { by: ['BUSINESS_UNIT'], clause: 'SOM-8.7' },
  ADMINISTRATOR: { by: ['EARLY_HELP_MANAGER'], clause: 'SHR-8.3.8f' },
  BUSINESS_SUPPORT: byAdministrator,
  EARLY_HELP_MANAGER: byAdministrator,
  HUB_WORKER: byAdministrator,
  QA_AUDITOR: byAdministrator,
  DATA_PROTECTION_OFFICER: byAdministrator,
  INFORMATION_GOVERNANCE_OFFICER: byAdministrator,
  OVERRIDE_HOLDER: null,
  FAMILY_MEMBER: null,
  YOUNG_PERSON: null,
};

/** Whoever edits what roles may do, whoever gives access, and whoever watches over both are three people (SHR-8.3.7i). */
const APART: readonly (readonly Role[])[] = [
  ['ADMINISTRATOR'],
  ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'HUB_WORKER'],
  ['QA_AUDITOR', 'DATA_PROTECTION_OFFICER'],
];

/** The roles that nobody holds together with this one. */
export function incompatibleWith(role: string): readonly string[] {
  const own = APART.find((group) => group.some((one) => one === role));
  return own === undefined ? [] : APART.filter((group) => group !== own).flat();
}

/** Roles in which nothing is seen without a grant: whoever holds no other becomes dormant (SHR-8.3.7e). */
export const ROLES_BY_GRANT: readonly Role[] = [
  'LEAD_PROFESSIONAL',
  'TAF_MEMBER',
  'EHAST_PRACTITIONER',
  'CONSULTATION_STAFF',
  'REFERRING_PRACTITIONER',
  'PANEL_MEMBER',
  'GROUP_WORK_PROVIDER',
  'SOCIAL_CARE_WORKER',
  'THIRD_PARTY',
];
