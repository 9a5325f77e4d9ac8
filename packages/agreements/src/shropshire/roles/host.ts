import type { StoredRule } from '../../stored-rule.ts';
import { any, justifiedOrOwn } from '../conditions.ts';
import {
  ACCURACY_ISSUES,
  ASSESSMENT,
  DOCUMENTS,
  HEADER,
  MEETINGS,
  NOTES,
  PLAN,
  REFERRALS,
  REQUEST_STATUS,
  REQUESTS,
} from '../parts/episode-parts.ts';
import {
  ACCESS_EVENTS,
  ACCESS_LISTS,
  ACCOUNT_STATE,
  AGREEMENT,
  GRANT_LISTS,
  GRANTS,
  JUSTIFICATIONS,
  POLICY_CHANGES,
  POLICY_RULE_TITLES,
  PRACTITIONER,
} from '../parts/office-parts.ts';
import {
  ADDRESSES,
  ALERTS,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  GROUP_WORK,
  HEALTH,
  HOUSEHOLDS,
  IDENTITY,
  OFFENCES,
  OTHER_NAMES,
  REVISIONS,
  SAME_PERSON,
  SETTINGS,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  wholly,
} from '../parts/person-parts.ts';
import { GRANTED, OVERSIGHT, SELF } from '../reach.ts';
import { MANAGER, SUPPORT } from '../recording-roles.ts';
import type { Reads } from '../role-rules.ts';
import { rulesOf } from '../role-rules.ts';

/** Both kinds of grantor watch over every grant, not over every family (SHR-8.2.1g, SHR-8.3.7i). */
function grantorRules(reads: Reads): readonly StoredRule[] {
  return [
    ...reads([GRANTS, PRACTITIONER, ACCESS_LISTS], any(SELF, OVERSIGHT), 'SHR-8.2.1g'),
    ...reads(ACCOUNT_STATE, any(SELF, OVERSIGHT), 'SHR-8.3.8f'),
    ...reads(GRANT_LISTS, GRANTED, 'SHR-8.2.1g'),
    ...reads(ACCESS_EVENTS, OVERSIGHT, 'SHR-8.3.7h'),
    ...reads(POLICY_RULE_TITLES, OVERSIGHT, 'SHR-8.3.7h'),
  ];
}

const support = rulesOf(SUPPORT);

/** The host team matches and corrects records, and keeps them until retention ends: who the family is, not what is said of it. */
export const BUSINESS_SUPPORT_RULES: readonly StoredRule[] = [
  ...support([...HEADER, ...IDENTITY, ...HOUSEHOLDS, ...ADDRESSES], GRANTED, 'SHR-8.3.8d'),
  ...support(COMMUNICATION, GRANTED, 'SHR-4.3'),
  ...support(REVISIONS, GRANTED, 'SHR-8.3.8d'),
  ...support(SAME_PERSON, GRANTED, 'SHR-3.2a'),
  ...support(OTHER_NAMES, GRANTED, 'SHR-8.3.8d'),
  ...support(wholly(ALERTS), GRANTED, 'SHR-4.3'),
  ...support(AGREEMENT, GRANTED, 'SHR-8.2.1i'),
  ...support(REQUEST_STATUS, GRANTED, 'SHR-3.3.8'),
  ...support(ACCURACY_ISSUES, OVERSIGHT, 'SHR-4.5'),
  ...support(JUSTIFICATIONS, SELF, 'SHR-4.3-cond'),
  ...grantorRules(support),
];

const manager = rulesOf(MANAGER);

export const EARLY_HELP_MANAGER_RULES: readonly StoredRule[] = [
  ...manager(
    [...HEADER, ...IDENTITY, ...HOUSEHOLDS, ...ADDRESSES, SETTINGS, COMMUNICATION],
    GRANTED,
    'SHR-8.2.1g',
  ),
  ...manager([...ASSESSMENT, ...PLAN, ...MEETINGS, ...REFERRALS], GRANTED, 'SHR-3.4.7a'),
  ...manager([...wholly(CONCERNS), ...wholly(ALERTS)], GRANTED, 'SHR-4.3'),
  ...manager(SAME_PERSON, GRANTED, 'SHR-3.2a'),
  ...manager(NOTES, GRANTED, 'SHR-3.8.9'),
  ...manager(DOCUMENTS, GRANTED, 'SHR-3.4.6'),
  ...manager(wholly(GROUP_WORK), GRANTED, 'SHR-3.4.9'),
  ...manager(AGREEMENT, GRANTED, 'SHR-3.4.3a'),
  ...manager(REQUESTS, GRANTED, 'SHR-3.3.8'),
  ...manager(CHARACTERISTICS, justifiedOrOwn(GRANTED), 'SHR-4.3-cond'),
  ...[HEALTH, OFFENCES].flatMap((items) =>
    manager(wholly(items), justifiedOrOwn(GRANTED), 'SHR-4.3-cond'),
  ),
  ...manager(wholly(VOICE), justifiedOrOwn(GRANTED), 'SHR-3.3.3a'),
  ...manager([SOCIAL_CARE_CONTACT, ...wholly(SOCIAL_CARE)], justifiedOrOwn(GRANTED), 'PN-need'),
  ...manager(JUSTIFICATIONS, any(SELF, OVERSIGHT), 'SHR-4.3-cond'),
  ...manager(POLICY_CHANGES, OVERSIGHT, 'SHR-8.3.7h'),
  ...grantorRules(manager),
];
