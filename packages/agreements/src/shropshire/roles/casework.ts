import type { ConditionTemplate } from '@postern/policy';
import type { Resolutions } from '../../partnership/collisions.ts';
import type { StoredRule } from '../../stored-rule.ts';
import { all, any, justified, justifiedOrOwn } from '../conditions.ts';
import {
  ACCURACY_ISSUES,
  ACCURACY_STATUS,
  ASSESSMENT,
  DOCUMENTS,
  EARLIER_ASSESSMENT_LIST,
  EARLIER_ASSESSMENTS,
  HEADER,
  MEETINGS,
  NOTES,
  PLAN,
  REFERRAL_LISTS,
  REFERRAL_RECORDS,
  REQUEST_LISTS,
  REQUEST_RECORDS,
} from '../parts/episode-parts.ts';
import {
  ACCESS_LISTS,
  AGREEMENT,
  AGREEMENT_STATUS,
  GRANT_LISTS,
  GRANTS,
  JUSTIFICATION_STATUS,
  JUSTIFICATIONS,
} from '../parts/office-parts.ts';
import type { EntryParts } from '../parts/person-parts.ts';
import {
  ADDRESSES,
  ALERTS,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  HOUSEHOLDS,
  IDENTIFIERS,
  IDENTITY,
  LIVELIHOOD,
  NAME_RECORDS,
  NHS_NUMBER,
  OFFENCES,
  OTHER_NAME_LISTS,
  OTHER_NAMES,
  REVISIONS,
  SAME_PERSON,
  SETTINGS,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  UNIQUE_PUPIL_NUMBER,
  VOICE,
  WHOM_TO_ASK,
  wholly,
} from '../parts/person-parts.ts';
import {
  EARLIER,
  IN_TEAM,
  KEEPING_AGREEMENT,
  LEADING,
  NO_OVERRIDE,
  NOT_PROTECTED,
  SELF,
} from '../reach.ts';
import { LEAD, TEAM } from '../recording-roles.ts';
import type { Reads } from '../role-rules.ts';
import { rulesOf } from '../role-rules.ts';
import { hardLives } from './hard-lives.ts';
import { colleagues } from './own-account.ts';

const SOURCE_SYSTEM_ITEMS: readonly EntryParts[] = [HEALTH, OFFENCES];

/** Who the family is and the episode's own records, in full, for whoever works on the case; items of source systems one by one. */
export function wholeRecord(
  reads: Reads,
  reach: ConditionTemplate,
  clause: string,
  restricted: ConditionTemplate = justifiedOrOwn(reach),
): readonly StoredRule[] {
  return [
    ...reads(HEADER, reach, 'SHR-3.4.11a'),
    ...reads([...IDENTITY, ...HOUSEHOLDS, ...ADDRESSES, SETTINGS], reach, 'SHR-8.2.1e'),
    ...reads(COMMUNICATION, reach, 'SHR-4.3'),
    ...reads([...ASSESSMENT, ...PLAN, ...MEETINGS], reach, clause),
    ...reads(wholly(VOICE), reach, 'SHR-1.2f'),
    ...reads([...wholly(CONCERNS), ...wholly(ALERTS)], reach, 'SHR-4.3'),
    ...reads(wholly(GROUP_WORK), reach, 'SHR-3.4.9'),
    ...reads(NOTES, reach, 'SHR-3.8.9'),
    ...reads(DOCUMENTS, reach, 'SHR-3.4.6'),
    ...reads(REFERRAL_LISTS, reach, 'SHR-3.4.11a'),
    // Whoever referred reads what came of it, with or without access to the family.
    ...reads(REFERRAL_RECORDS, any(SELF, reach), 'SHR-3.5.7'),
    ...reads(REQUEST_LISTS, reach, 'SHR-3.3.8'),
    ...reads(REQUEST_RECORDS, all(reach, { holds: 'agency.party' }), 'SHR-3.3.8'),
    ...reads(ACCURACY_ISSUES, all(reach, { holds: 'agency.party' }), 'SHR-4.5'),
    ...reads(CHARACTERISTICS, justifiedOrOwn(reach), 'SHR-4.3-cond'),
    ...SOURCE_SYSTEM_ITEMS.flatMap((item) =>
      reads(wholly(item), justifiedOrOwn(reach), 'SHR-4.3-cond'),
    ),
    ...reads(wholly(LIVELIHOOD), restricted, 'SHR-4.3-cond'),
    ...hardLives(reads, reach, 'SHR-4.3-cond'),
    ...colleagues(reads, reach),
    ...reads(ACCESS_LISTS, any(SELF, reach), 'SHR-8.2.1e'),
    ...reads(GRANT_LISTS, reach, 'SHR-3.4.11a'),
    ...reads(JUSTIFICATIONS, SELF, 'SHR-4.3-cond'),
  ];
}

/**
 * What the team around a family reads alike, whoever leads it. Where the partnership shares in full, restricted items of
 * source systems are open to it; special-category and offence data need a justification in any case.
 */
function teamRules(
  reads: Reads,
  reach: ConditionTemplate,
  clause: string,
  shared: Resolutions['TEAM_SOURCE_ITEMS'],
): readonly StoredRule[] {
  const restricted = shared === 'FULL_IN_TEAM' ? reach : justifiedOrOwn(reach);
  return [
    ...wholeRecord(reads, reach, clause, restricted),
    ...reads(wholly(EDUCATION), restricted, 'SHR-4.3-cond'),
    // Whether social care is involved and whom to ring is known to the team; what it found is not.
    ...reads(SOCIAL_CARE_CONTACT, reach, 'SHR-3.4.10d'),
    ...reads(wholly(SOCIAL_CARE), restricted, 'PN-need'),
  ];
}

const lead = rulesOf(LEAD);
const team = rulesOf(TEAM);

/** The rules of whoever leads and of the team around the family. */
export function caseworkRules({ TEAM_SOURCE_ITEMS }: Resolutions): readonly StoredRule[] {
  return [
    ...teamRules(lead, LEADING, 'SHR-3.4.2a', TEAM_SOURCE_ITEMS),
    ...LEAD_ONLY,
    ...teamRules(team, IN_TEAM, 'SHR-3.4.5', TEAM_SOURCE_ITEMS),
    ...TEAM_ONLY,
  ];
}

const LEAD_ONLY: readonly StoredRule[] = [
  ...lead(EARLIER_ASSESSMENT_LIST, LEADING, 'SHR-1.2d'),
  ...lead(EARLIER_ASSESSMENTS, EARLIER, 'SHR-1.2d'),
  ...lead(IDENTIFIERS, justified(LEADING), 'SHR-4.3'),
  ...lead(ACCURACY_STATUS, LEADING, 'DEV-A3-acc2'),
  ...lead(AGREEMENT, KEEPING_AGREEMENT, 'SHR-3.4.3a'),
  ...lead(WHOM_TO_ASK, KEEPING_AGREEMENT, 'SHR-3.4.2b'),
  ...lead(REVISIONS, LEADING, 'SHR-4.5'),
  ...lead(SAME_PERSON, LEADING, 'SHR-3.2a'),
  ...lead(OTHER_NAMES, LEADING, 'SHR-8.2.1e'),
  ...lead(GRANTS, any(SELF, all(LEADING, NO_OVERRIDE)), 'SHR-8.2.1e'),
  // Whoever leads sees what is relied on in the episode, and may challenge it.
  ...lead(JUSTIFICATION_STATUS, LEADING, 'SHR-8.3.7i'),
];

const TEAM_ONLY: readonly StoredRule[] = [
  // Each sector has its own number for a child.
  ...team(NHS_NUMBER, all(justified(IN_TEAM), { holds: 'agency.health' }), 'SHR-4.3'),
  ...team(UNIQUE_PUPIL_NUMBER, all(justified(IN_TEAM), { holds: 'agency.education' }), 'SHR-4.3'),
  ...team(AGREEMENT_STATUS, IN_TEAM, 'SHR-3.4.4c'),
  ...team(SAME_PERSON, IN_TEAM, 'SHR-3.2a'),
  ...team(OTHER_NAME_LISTS, IN_TEAM, 'SHR-8.2.1e'),
  // A protected name is for whoever keeps the record, and for nobody else.
  ...team(NAME_RECORDS, all(IN_TEAM, NOT_PROTECTED), 'STA-5.1b'),
  ...team(GRANTS, SELF, 'SHR-8.2.1e'),
];
