import type { StoredRule } from '../../stored-rule.ts';
import { justified, justifiedOrOwn } from '../conditions.ts';
import {
  ASSESSMENT_DATES,
  ASSESSMENT_LISTS,
  HEADER_STATUS,
  MEETING_LISTS,
  MEETING_ROW,
  MINUTES,
  PLAN_LISTS,
} from '../parts/episode-parts.ts';
import { classesOf, fieldsOf } from '../parts/part.ts';
import {
  ALERTS,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  CONTACTS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  IDENTIFIERS,
  IDENTITY,
  LIVELIHOOD,
  OFFENCES,
  SETTINGS,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  wholly,
} from '../parts/person-parts.ts';
import { INFORMATION_GOVERNANCE_PURPOSES } from '../purposes.ts';
import { IN_PROCEEDING } from '../reach.ts';
import { rulesOf } from '../role-rules.ts';
import { colleagues, ownAccess } from './own-account.ts';

const reads = rulesOf({
  role: 'INFORMATION_GOVERNANCE_OFFICER',
  prefix: 'information-governance',
  purposes: INFORMATION_GOVERNANCE_PURPOSES,
});

const rows = ['AssessmentSection', 'Need', 'Plan', 'PlanAction', 'CaseNote', 'Referral'];

/**
 * One person's data while that person's rights request or a breach is dealt with: the grant names the person.
 * What an episode holds is read where a justification covers every person it concerns, so that nobody else's comes with it.
 */
export const INFORMATION_GOVERNANCE_OFFICER_RULES: readonly StoredRule[] = [
  ...reads([...HEADER_STATUS, ...IDENTITY], IN_PROCEEDING, 'SHR-10.1.2'),
  ...reads([CONTACTS, SETTINGS, COMMUNICATION], IN_PROCEEDING, 'SHR-10.1.2'),
  ...[VOICE, CONCERNS, ALERTS, GROUP_WORK].flatMap((items) =>
    reads(wholly(items), IN_PROCEEDING, 'SHR-10.1.2'),
  ),
  ...reads(IDENTIFIERS, justified(IN_PROCEEDING), 'SHR-4.3'),
  ...reads([CHARACTERISTICS, SOCIAL_CARE_CONTACT], justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD, SOCIAL_CARE].flatMap((items) =>
    reads(wholly(items), justifiedOrOwn(IN_PROCEEDING), 'SHR-4.3-cond'),
  ),
  ...reads(
    [
      ASSESSMENT_LISTS,
      PLAN_LISTS,
      MEETING_LISTS,
      fieldsOf('Episode', 'notes-and-referrals', ['caseNotes', 'referrals']),
    ],
    IN_PROCEEDING,
    'SHR-10.1.2',
  ),
  ...reads(
    [ASSESSMENT_DATES, MEETING_ROW, ...rows.map((row) => fieldsOf(row, 'row', ['id']))],
    IN_PROCEEDING,
    'SHR-10.1.2',
  ),
  ...reads(
    [MINUTES, ...['Assessment', ...rows].map((row) => classesOf(row, 'PERSONAL'))],
    justified(IN_PROCEEDING),
    'SHR-10.1.2',
  ),
  ...colleagues(reads, IN_PROCEEDING),
  ...ownAccess(reads),
];
