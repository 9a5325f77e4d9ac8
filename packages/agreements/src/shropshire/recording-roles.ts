import {
  CONSULTATION_PURPOSES,
  FAMILY_PURPOSES,
  GROUP_PURPOSES,
  HOST_PURPOSES,
  HUB_PURPOSES,
  OVERSIGHT_PURPOSES,
  PANEL_PURPOSES,
  SCREENING_PURPOSES,
  TEAM_PURPOSES,
} from './purposes.ts';
import type { RoleDefinition } from './role-rules.ts';

/** The roles that record as well as read, each for the same purposes. */
export const LEAD: RoleDefinition = {
  role: 'LEAD_PROFESSIONAL',
  prefix: 'lead',
  purposes: TEAM_PURPOSES,
};
export const TEAM: RoleDefinition = { role: 'TAF_MEMBER', prefix: 'taf', purposes: TEAM_PURPOSES };
export const EHAST: RoleDefinition = {
  role: 'EHAST_PRACTITIONER',
  prefix: 'ehast',
  purposes: SCREENING_PURPOSES,
};
export const CONSULTATION: RoleDefinition = {
  role: 'CONSULTATION_STAFF',
  prefix: 'consultation',
  purposes: CONSULTATION_PURPOSES,
};
export const HUB: RoleDefinition = { role: 'HUB_WORKER', prefix: 'hub', purposes: HUB_PURPOSES };
export const PANEL: RoleDefinition = {
  role: 'PANEL_MEMBER',
  prefix: 'panel',
  purposes: PANEL_PURPOSES,
};
export const SUPPORT: RoleDefinition = {
  role: 'BUSINESS_SUPPORT',
  prefix: 'business-support',
  purposes: HOST_PURPOSES,
};
export const MANAGER: RoleDefinition = {
  role: 'EARLY_HELP_MANAGER',
  prefix: 'manager',
  purposes: OVERSIGHT_PURPOSES,
};
export const GROUP: RoleDefinition = {
  role: 'GROUP_WORK_PROVIDER',
  prefix: 'group',
  purposes: GROUP_PURPOSES,
};
export const FAMILY: RoleDefinition = {
  role: 'FAMILY_MEMBER',
  prefix: 'family-member',
  purposes: FAMILY_PURPOSES,
};
export const YOUNG: RoleDefinition = {
  role: 'YOUNG_PERSON',
  prefix: 'young-person',
  purposes: FAMILY_PURPOSES,
};
