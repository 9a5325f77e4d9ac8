import type { Resolutions } from '../partnership/collisions.ts';
import { DEFAULT_RESOLUTIONS } from '../partnership/collisions.ts';
import type { StoredRule } from '../stored-rule.ts';
import { AGGREGATE_RULES, PUBLIC_RULES } from './roles/aggregates.ts';
import { AGREEING_RULES } from './roles/agreeing.ts';
import { QA_AUDITOR_RULES, SAFEGUARDING_REVIEWER_RULES } from './roles/audit-and-review.ts';
import { caseworkRules } from './roles/casework.ts';
import { FAMILY_MEMBER_RULES, YOUNG_PERSON_RULES } from './roles/family.ts';
import {
  CONSULTATION_STAFF_RULES,
  EHAST_PRACTITIONER_RULES,
  HUB_WORKER_RULES,
  REFERRING_PRACTITIONER_RULES,
} from './roles/front-door.ts';
import { BUSINESS_SUPPORT_RULES, EARLY_HELP_MANAGER_RULES } from './roles/host.ts';
import { INFORMATION_GOVERNANCE_OFFICER_RULES } from './roles/information-governance.ts';
import {
  ADMINISTRATOR_RULES,
  BUSINESS_UNIT_RULES,
  CONTACT_OFFICER_RULES,
  DATA_HUB_ANALYST_RULES,
  DATA_PROTECTION_OFFICER_RULES,
} from './roles/offices.ts';
import { OVERRIDE_HOLDER_RULES } from './roles/overriding.ts';
import {
  GROUP_WORK_PROVIDER_RULES,
  PANEL_MEMBER_RULES,
  THIRD_PARTY_RULES,
} from './roles/panel-and-groups.ts';
import { RECORDING_RULES } from './roles/recording.ts';
import { SOCIAL_CARE_WORKER_RULES } from './roles/social-care.ts';

/** The rules of every role, as they are stored, written by what the partnership chose. */
export function shropshireRules(resolutions: Resolutions): readonly StoredRule[] {
  return [...caseworkRules(resolutions), ...OF_ANY_CHOICE];
}

const OF_ANY_CHOICE: readonly StoredRule[] = [
  ...EHAST_PRACTITIONER_RULES,
  ...CONSULTATION_STAFF_RULES,
  ...HUB_WORKER_RULES,
  ...REFERRING_PRACTITIONER_RULES,
  ...BUSINESS_SUPPORT_RULES,
  ...EARLY_HELP_MANAGER_RULES,
  ...PANEL_MEMBER_RULES,
  ...GROUP_WORK_PROVIDER_RULES,
  ...THIRD_PARTY_RULES,
  ...OVERRIDE_HOLDER_RULES,
  ...QA_AUDITOR_RULES,
  ...SAFEGUARDING_REVIEWER_RULES,
  ...SOCIAL_CARE_WORKER_RULES,
  ...INFORMATION_GOVERNANCE_OFFICER_RULES,
  ...FAMILY_MEMBER_RULES,
  ...YOUNG_PERSON_RULES,
  ...DATA_PROTECTION_OFFICER_RULES,
  ...BUSINESS_UNIT_RULES,
  ...CONTACT_OFFICER_RULES,
  ...ADMINISTRATOR_RULES,
  ...DATA_HUB_ANALYST_RULES,
  ...RECORDING_RULES,
  ...AGREEING_RULES,
  ...AGGREGATE_RULES,
  ...PUBLIC_RULES,
];

/** As they are where nothing else was chosen. */
export const SHROPSHIRE_RULES: readonly StoredRule[] = shropshireRules(DEFAULT_RESOLUTIONS);
