import type { StoredRule } from '../../stored-rule.ts';
import { justified, justifiedOrOwn, ownEntries } from '../conditions.ts';
import {
  ASSESSMENT,
  ASSESSMENT_DATES,
  ASSESSMENT_LINK,
  DOCUMENTS,
  HEADER,
  HEADER_STATUS,
  MEETINGS,
  NOTES,
  PLAN,
  PLAN_LISTS,
  PLAN_OUTLINE,
  PLAN_RECORDS,
  REFERRALS,
} from '../parts/episode-parts.ts';
import { AGREEMENT_STATUS } from '../parts/office-parts.ts';
import {
  ALERTS,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  CONTACTS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  HOUSEHOLDS,
  IDENTITY_OUTSIDE,
  LIVELIHOOD,
  NAMES_AND_BAND,
  OFFENCES,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  wholly,
} from '../parts/person-parts.ts';
import { CONTRACTOR_PURPOSES } from '../purposes.ts';
import { AT_PANEL, IN_TEAM } from '../reach.ts';
import { GROUP, PANEL } from '../recording-roles.ts';
import { rulesOf } from '../role-rules.ts';
import { hardLives } from './hard-lives.ts';
import { colleagues, ownAccess } from './own-account.ts';

const panel = rulesOf(PANEL);

export const PANEL_MEMBER_RULES: readonly StoredRule[] = [
  ...panel([...HEADER, ...IDENTITY_OUTSIDE, ...HOUSEHOLDS], AT_PANEL, 'SHR-3.7.3a'),
  ...panel([...ASSESSMENT, ...PLAN, ...MEETINGS, ...REFERRALS], AT_PANEL, 'SHR-3.7.3a'),
  ...panel(COMMUNICATION, AT_PANEL, 'SHR-4.3'),
  ...panel(wholly(ALERTS), AT_PANEL, 'SHR-4.3'),
  ...panel(NOTES, AT_PANEL, 'SHR-3.7.9a'),
  ...panel(DOCUMENTS, AT_PANEL, 'SHR-3.7.3a'),
  ...panel(wholly(GROUP_WORK), AT_PANEL, 'SHR-3.4.9'),
  ...panel(CONTACTS, justified(AT_PANEL), 'SHR-3.3.3a'),
  ...panel([...wholly(VOICE), ...wholly(CONCERNS)], justifiedOrOwn(AT_PANEL), 'SHR-3.3.3a'),
  ...panel(CHARACTERISTICS, justifiedOrOwn(AT_PANEL), 'SHR-4.3-cond'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD].flatMap((items) =>
    panel(wholly(items), justifiedOrOwn(AT_PANEL), 'SHR-4.3-cond'),
  ),
  ...hardLives(panel, AT_PANEL, 'SHR-4.3-cond'),
  ...panel([SOCIAL_CARE_CONTACT, ...wholly(SOCIAL_CARE)], justifiedOrOwn(AT_PANEL), 'PN-need'),
  ...panel(AGREEMENT_STATUS, AT_PANEL, 'SHR-3.7.2a'),
  ...colleagues(panel, AT_PANEL),
  ...ownAccess(panel),
];

const group = rulesOf(GROUP);

/** The grant names those who take part; of the record a provider sees little but what it wrote itself. */
export const GROUP_WORK_PROVIDER_RULES: readonly StoredRule[] = [
  ...group([...HEADER_STATUS, ...NAMES_AND_BAND], IN_TEAM, 'SHR-3.4.9'),
  ...group([COMMUNICATION, ...wholly(ALERTS)], IN_TEAM, 'SHR-4.3'),
  ...group([ASSESSMENT_LINK, ASSESSMENT_DATES, PLAN_LISTS, PLAN_OUTLINE], IN_TEAM, 'SHR-3.4.9'),
  ...group([VOICE.lists, CONCERNS.lists, GROUP_WORK.lists], IN_TEAM, 'SHR-3.4.9'),
  ...group(
    [...PLAN_RECORDS, ...VOICE.records, ...CONCERNS.records, ...GROUP_WORK.records],
    ownEntries(IN_TEAM),
    'SHR-3.3.7a',
  ),
  ...colleagues(group, IN_TEAM),
  ...ownAccess(group),
];

const contractor = rulesOf({
  role: 'THIRD_PARTY',
  prefix: 'third-party',
  purposes: CONTRACTOR_PURPOSES,
});

/** Somebody of a body that signed its confidentiality agreement instead: what one piece of work for these persons needs. */
export const THIRD_PARTY_RULES: readonly StoredRule[] = [
  ...contractor([...HEADER_STATUS, ...NAMES_AND_BAND], IN_TEAM, 'SHR-8.4.4b'),
  ...contractor([COMMUNICATION, ...wholly(ALERTS)], IN_TEAM, 'SHR-8.4.4b'),
  ...contractor([PLAN_LISTS, PLAN_OUTLINE], IN_TEAM, 'SHR-8.4.4b'),
  ...contractor(PLAN_RECORDS, ownEntries(IN_TEAM), 'SHR-3.3.7a'),
  ...colleagues(contractor, IN_TEAM),
  ...ownAccess(contractor),
];
