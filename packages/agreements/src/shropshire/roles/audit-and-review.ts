import type { StoredRule } from '../../stored-rule.ts';
import { any, justified, justifiedOrOwn } from '../conditions.ts';
import {
  ASSESSMENT,
  DOCUMENT_EXISTENCE,
  HEADER,
  MEETING_LISTS,
  MEETING_ROW,
  MEETINGS,
  MINUTES_WITHOUT_ATTENDEES,
  NOTES,
  PLAN,
  REFERRALS,
  REQUESTS,
} from '../parts/episode-parts.ts';
import {
  ACCESS_LISTS,
  AGREEMENT,
  AGREEMENT_STATUS,
  GRANT_LISTS,
  GRANT_PERIODS,
  GRANTS,
  JUSTIFICATIONS,
  POLICY_RULE_TITLES,
} from '../parts/office-parts.ts';
import {
  AGE_BAND_ALONE,
  ALERTS,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  CONTACTS,
  EDUCATION,
  GENDER,
  GROUP_WORK,
  HEALTH,
  HOUSEHOLDS,
  IDENTITY_OUTSIDE,
  LIVELIHOOD,
  MEMBERS,
  OFFENCES,
  PERSON_ROW,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  wholly,
} from '../parts/person-parts.ts';
import { AUDIT_PURPOSES, REVIEW_PURPOSES } from '../purposes.ts';
import { IN_PROCEEDING, OVERSIGHT, SELF } from '../reach.ts';
import { rulesOf } from '../role-rules.ts';
import { hardLives } from './hard-lives.ts';
import { colleagues } from './own-account.ts';

const auditor = rulesOf({ role: 'QA_AUDITOR', prefix: 'auditor', purposes: AUDIT_PURPOSES });

export const QA_AUDITOR_RULES: readonly StoredRule[] = [
  ...auditor([...HEADER, ...IDENTITY_OUTSIDE, ...HOUSEHOLDS], IN_PROCEEDING, 'SHR-6a'),
  ...auditor(COMMUNICATION, IN_PROCEEDING, 'SHR-6a'),
  ...auditor([...ASSESSMENT, ...PLAN, ...MEETINGS, ...REFERRALS], IN_PROCEEDING, 'SHR-6a'),
  ...auditor([...wholly(VOICE), ...wholly(ALERTS)], IN_PROCEEDING, 'SHR-6a'),
  ...auditor([...NOTES, ...wholly(GROUP_WORK)], IN_PROCEEDING, 'SHR-6a'),
  ...auditor(DOCUMENT_EXISTENCE, IN_PROCEEDING, 'SOM-8.5'),
  ...auditor([...AGREEMENT, ...REQUESTS], IN_PROCEEDING, 'SHR-6a'),
  ...auditor(CONTACTS, justified(IN_PROCEEDING), 'SHR-3.3.3a'),
  ...auditor(wholly(CONCERNS), justifiedOrOwn(IN_PROCEEDING), 'SHR-3.3.3a'),
  ...auditor(CHARACTERISTICS, justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD].flatMap((items) =>
    auditor(wholly(items), justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ),
  ...hardLives(auditor, IN_PROCEEDING, 'SHR-4.3-cond'),
  ...auditor(
    [SOCIAL_CARE_CONTACT, ...wholly(SOCIAL_CARE)],
    justifiedOrOwn(IN_PROCEEDING),
    'PN-need',
  ),
  ...colleagues(auditor, IN_PROCEEDING),
  ...auditor(GRANT_LISTS, IN_PROCEEDING, 'SHR-6a'),
  ...auditor([GRANTS, JUSTIFICATIONS, ACCESS_LISTS], any(SELF, IN_PROCEEDING), 'SHR-6a'),
  ...auditor(POLICY_RULE_TITLES, OVERSIGHT, 'SHR-8.3.7h'),
];

const reviewer = rulesOf({
  role: 'SAFEGUARDING_REVIEWER',
  prefix: 'reviewer',
  purposes: REVIEW_PURPOSES,
});

/** The facts of the case under an id instead of a name: a review learns of systems, not of individuals (SOM-1.5). */
export const SAFEGUARDING_REVIEWER_RULES: readonly StoredRule[] = [
  ...reviewer(HEADER, IN_PROCEEDING, 'SOM-8.6'),
  ...reviewer([PERSON_ROW, AGE_BAND_ALONE, GENDER, MEMBERS], IN_PROCEEDING, 'SOM-6.13.2'),
  ...reviewer(COMMUNICATION, IN_PROCEEDING, 'SOM-8.6'),
  ...reviewer([...ASSESSMENT, ...PLAN, ...REFERRALS, ...NOTES], IN_PROCEEDING, 'SOM-8.6'),
  ...reviewer(DOCUMENT_EXISTENCE, IN_PROCEEDING, 'SOM-8.5'),
  ...reviewer([MEETING_LISTS, MEETING_ROW], IN_PROCEEDING, 'SOM-8.6'),
  ...reviewer(MINUTES_WITHOUT_ATTENDEES, IN_PROCEEDING, 'SOM-6.13.2'),
  ...reviewer([...wholly(CONCERNS), ...wholly(ALERTS)], IN_PROCEEDING, 'STA-1.2'),
  ...reviewer([SOCIAL_CARE_CONTACT, ...wholly(SOCIAL_CARE)], IN_PROCEEDING, 'STA-4.1a'),
  ...reviewer(wholly(GROUP_WORK), IN_PROCEEDING, 'SOM-8.6'),
  ...reviewer(wholly(VOICE), justifiedOrOwn(IN_PROCEEDING), 'SOM-1.7'),
  ...reviewer(CHARACTERISTICS, justifiedOrOwn(IN_PROCEEDING), 'SOM-6.14'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD].flatMap((items) =>
    reviewer(wholly(items), justifiedOrOwn(IN_PROCEEDING), 'SOM-6.14'),
  ),
  ...hardLives(reviewer, IN_PROCEEDING, 'SOM-6.14'),
  ...reviewer(AGREEMENT_STATUS, IN_PROCEEDING, 'SOM-8.6'),
  ...colleagues(reviewer, IN_PROCEEDING),
  ...reviewer([GRANT_LISTS, GRANT_PERIODS], IN_PROCEEDING, 'SOM-8.6'),
];
