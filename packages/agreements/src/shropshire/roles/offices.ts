import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { all, any } from '../conditions.ts';
import { ACCURACY_ISSUES, REQUEST_RECORDS } from '../parts/episode-parts.ts';
import {
  ACCESS_EVENTS_WITH_REASONS,
  ACCESS_LISTS,
  ACCOUNT_STATE,
  AGREEMENT_RECORDS,
  GRANTS,
  GRANTS_OF_PRACTITIONER,
  JUSTIFICATIONS,
  MATCH_POOL,
  POLICY_CHANGES,
  POLICY_RULE_TITLES,
  POLICY_RULES,
  PRACTITIONER,
  PRACTITIONER_NAME,
} from '../parts/office-parts.ts';
import { MATCHING_PURPOSES, OFFICE_PURPOSES } from '../purposes.ts';
import { OVERSIGHT, SELF } from '../reach.ts';
import { rulesOf } from '../role-rules.ts';
import { ownAccount } from './own-account.ts';

const protection = rulesOf({
  role: 'DATA_PROTECTION_OFFICER',
  prefix: 'data-protection',
  purposes: ['RIGHTS', ...OFFICE_PURPOSES],
});

/** How access came about and what was refused, never the record that it opened (SHR-11.3). */
export const DATA_PROTECTION_OFFICER_RULES: readonly StoredRule[] = [
  ...protection([GRANTS, JUSTIFICATIONS, ...AGREEMENT_RECORDS], OVERSIGHT, 'SHR-8.3.7i'),
  ...protection(REQUEST_RECORDS, OVERSIGHT, 'SHR-3.3.8'),
  ...protection(ACCURACY_ISSUES, OVERSIGHT, 'DEV-A3-acc2'),
  ...protection([PRACTITIONER_NAME, ACCESS_LISTS], OVERSIGHT, 'SHR-8.3.7i'),
  ...ownAccount(protection),
  ...protection(ACCESS_EVENTS_WITH_REASONS, OVERSIGHT, 'SHR-8.3.7i'),
  ...protection([POLICY_RULE_TITLES, ...POLICY_CHANGES], OVERSIGHT, 'SHR-8.3.7h'),
];

const unit = rulesOf({
  role: 'BUSINESS_UNIT',
  prefix: 'business-unit',
  purposes: ['REVIEW', ...OFFICE_PURPOSES],
});

/** The partnership's business unit runs who reviews, and until when (SOM-8.7). */
export const BUSINESS_UNIT_RULES: readonly StoredRule[] = [
  ...unit(GRANTS, all(OVERSIGHT, { where: { role: 'SAFEGUARDING_REVIEWER' } }), 'SOM-8.7'),
  ...unit([PRACTITIONER, GRANTS_OF_PRACTITIONER], any(SELF, OVERSIGHT), 'SOM-8.7'),
  ...unit(ACCOUNT_STATE, SELF, 'SHR-8.2.1a'),
];

const contact = rulesOf({
  role: 'CONTACT_OFFICER',
  prefix: 'contact-officer',
  purposes: OFFICE_PURPOSES,
});

const OF_OWN_AGENCY: ConditionTemplate = all(OVERSIGHT, { holds: 'entry.ownAgency' });

/** Nominates the agency's own staff and reports leavers (SHR-8.2.1c, SHR-8.4.2e). */
export const CONTACT_OFFICER_RULES: readonly StoredRule[] = [
  ...contact(PRACTITIONER, any(SELF, OF_OWN_AGENCY), 'SHR-8.4.2e'),
  ...contact(ACCOUNT_STATE, any(SELF, OF_OWN_AGENCY), 'SHR-8.4.2e'),
  // What nobody of the agency answers in time comes to its contact officer.
  ...contact(REQUEST_RECORDS, all(OVERSIGHT, { holds: 'agency.party' }), 'SHR-3.3.8'),
];

const administrator = rulesOf({
  role: 'ADMINISTRATOR',
  prefix: 'administrator',
  purposes: OFFICE_PURPOSES,
});

/** Accounts and what roles may do, and no record of anybody (SHR-8.3.8f). */
export const ADMINISTRATOR_RULES: readonly StoredRule[] = [
  ...administrator([PRACTITIONER, ACCOUNT_STATE], any(SELF, OVERSIGHT), 'SHR-8.3.8f'),
  ...administrator([POLICY_RULES, ...POLICY_CHANGES], OVERSIGHT, 'SHR-8.3.7h'),
];

const matcher = rulesOf({
  role: 'DATA_HUB_ANALYST',
  prefix: 'matcher',
  purposes: MATCHING_PURPOSES,
});

/** Whom matching may make known to early help, for twelve months (DEV-A3-12m). */
export const DATA_HUB_ANALYST_RULES: readonly StoredRule[] = [
  ...matcher(MATCH_POOL, { holds: 'pool.current' }, 'SHR-3.5.6b'),
  ...ownAccount(matcher),
];
