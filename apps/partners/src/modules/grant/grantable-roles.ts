import type { Role } from '@postern/agreements';
import { PROCEEDINGS } from '@postern/policy';

/** Where a role reads: what has to be true of an episode for a grant in it to open anything. */
export type Works =
  | 'OPEN_AND_AGREED'
  | 'LED_AND_AGREED'
  | 'UNDER_SCREENING'
  | 'IN_PROCEEDING'
  | 'IN_PROCEEDING_AND_AGREED'
  | 'ALWAYS';

/** How a role is given on an episode. */
export interface GrantableRole {
  readonly works: Works;
  /** Whether whoever leads the episode may give it; the host may give all. */
  readonly byLead: boolean;
  /** Whether the grant has to name the persons that it is about. */
  readonly namesPersons: boolean;
  /** Whether it is for one task only, which takes days and not months. */
  readonly isTask: boolean;
}

const HOST_ONLY = { byLead: false, namesPersons: false, isTask: false } as const;
const BY_LEAD = { byLead: true, namesPersons: false, isTask: false } as const;

/** The roles that read through a grant; all others see no episode, or only their own part of one. */
const ROLES_BY_GRANT: Readonly<Partial<Record<Role, GrantableRole>>> = {
  LEAD_PROFESSIONAL: { works: 'LED_AND_AGREED', ...HOST_ONLY },
  TAF_MEMBER: { works: 'OPEN_AND_AGREED', ...BY_LEAD },
  GROUP_WORK_PROVIDER: { works: 'OPEN_AND_AGREED', ...BY_LEAD, namesPersons: true },
  THIRD_PARTY: { works: 'OPEN_AND_AGREED', ...BY_LEAD, namesPersons: true, isTask: true },
  EHAST_PRACTITIONER: { works: 'UNDER_SCREENING', ...HOST_ONLY },
  CONSULTATION_STAFF: { works: 'UNDER_SCREENING', ...HOST_ONLY, isTask: true },
  HUB_WORKER: { works: 'UNDER_SCREENING', ...HOST_ONLY },
  REFERRING_PRACTITIONER: { works: 'ALWAYS', ...HOST_ONLY },
  BUSINESS_SUPPORT: { works: 'ALWAYS', ...HOST_ONLY },
  EARLY_HELP_MANAGER: { works: 'ALWAYS', ...HOST_ONLY },
  PANEL_MEMBER: { works: 'IN_PROCEEDING_AND_AGREED', ...HOST_ONLY },
  QA_AUDITOR: { works: 'IN_PROCEEDING', ...HOST_ONLY },
  SAFEGUARDING_REVIEWER: { works: 'IN_PROCEEDING', ...HOST_ONLY },
  SOCIAL_CARE_WORKER: { works: 'IN_PROCEEDING', ...HOST_ONLY },
  INFORMATION_GOVERNANCE_OFFICER: { works: 'IN_PROCEEDING', ...HOST_ONLY, namesPersons: true },
};

/** How a role is given; null where none is given on an episode by that name. */
export function grantableRole(role: string): GrantableRole | null {
  const known = new Map<string, GrantableRole>(Object.entries(ROLES_BY_GRANT));
  return known.get(role) ?? null;
}

const OF_PROCEEDINGS: ReadonlySet<string> = new Set(
  Object.values(PROCEEDINGS).map(({ role }) => role),
);

/** Whether a role comes with a proceeding alone: whoever gives access to families does not give it (SHR-6a, SOM-8.7). */
export function comesWithProceeding(role: string): boolean {
  return OF_PROCEEDINGS.has(role);
}

/** The roles that look at what others did in a case, which those others do not end (SHR-8.3.7i, SHR-6a). */
export const LOOKING_AT_OTHERS: readonly string[] = [
  PROCEEDINGS.AUDIT.role,
  PROCEEDINGS.REVIEW.role,
];

/** Whether a role is one of {@link LOOKING_AT_OTHERS}. */
export function looksAtOthers(role: string): boolean {
  return LOOKING_AT_OTHERS.includes(role);
}
