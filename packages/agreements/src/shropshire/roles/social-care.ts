import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { all, justified, justifiedOrOwn } from '../conditions.ts';
import {
  ASSESSMENT_LISTS,
  ASSESSMENT_RECORDS,
  DOCUMENT_LISTS,
  DOCUMENT_RECORDS,
  HEADER_STATUS,
  MEETING_LISTS,
  MEETING_RECORDS,
  PLAN_LISTS,
  PLAN_RECORDS,
} from '../parts/episode-parts.ts';
import { AGREEMENT_STATUS } from '../parts/office-parts.ts';
import {
  ALERTS,
  BANDED_AGE,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  EDUCATION,
  HEALTH,
  HOUSEHOLD_LISTS,
  HOUSEHOLD_RECORDS,
  IDENTIFIERS,
  IDENTITY_OF_PERSON,
  LIVELIHOOD,
  MEMBERS,
  OFFENCES,
  PERSON_ROW,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  WHEREABOUTS,
  wholly,
} from '../parts/person-parts.ts';
import { SOCIAL_CARE_PURPOSES } from '../purposes.ts';
import { IN_PROCEEDING } from '../reach.ts';
import { rulesOf } from '../role-rules.ts';
import { hardLives } from './hard-lives.ts';
import { colleagues } from './own-account.ts';

const reads = rulesOf({
  role: 'SOCIAL_CARE_WORKER',
  prefix: 'social-care',
  purposes: SOCIAL_CARE_PURPOSES,
});

/** Nothing goes by default: what was picked by hand for the transfer (SHR-3.4.10c). */
const PICKED: ConditionTemplate = all(IN_PROCEEDING, { holds: 'transfer.includes' });

export const SOCIAL_CARE_WORKER_RULES: readonly StoredRule[] = [
  ...reads([...HEADER_STATUS, MEMBERS, PERSON_ROW, BANDED_AGE], IN_PROCEEDING, 'SHR-3.4.10b'),
  ...reads([HOUSEHOLD_LISTS, ASSESSMENT_LISTS], IN_PROCEEDING, 'SHR-3.4.10c'),
  ...reads([PLAN_LISTS, MEETING_LISTS, DOCUMENT_LISTS, VOICE.lists], IN_PROCEEDING, 'SHR-3.4.10c'),
  ...reads([...IDENTITY_OF_PERSON, ...HOUSEHOLD_RECORDS], PICKED, 'SHR-3.4.10c'),
  ...reads(WHEREABOUTS, PICKED, 'SHR-3.4.10c'),
  ...reads([...ASSESSMENT_RECORDS, ...PLAN_RECORDS], PICKED, 'SHR-3.4.10c'),
  ...reads([...MEETING_RECORDS, ...DOCUMENT_RECORDS, ...VOICE.records], PICKED, 'SHR-3.4.10c'),
  ...reads(COMMUNICATION, IN_PROCEEDING, 'SHR-4.3'),
  ...reads([...wholly(CONCERNS), ...wholly(ALERTS)], IN_PROCEEDING, 'SHR-3.4.10b'),
  ...reads([SOCIAL_CARE_CONTACT, ...wholly(SOCIAL_CARE)], IN_PROCEEDING, 'SHR-3.4.10a'),
  ...reads(IDENTIFIERS, justified(IN_PROCEEDING), 'SHR-4.3'),
  ...reads(CHARACTERISTICS, justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD].flatMap((items) =>
    reads(wholly(items), justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ),
  ...hardLives(reads, IN_PROCEEDING, 'SHR-4.3-cond'),
  ...reads(AGREEMENT_STATUS, IN_PROCEEDING, 'SHR-3.4.10d'),
  ...colleagues(reads, IN_PROCEEDING),
];
