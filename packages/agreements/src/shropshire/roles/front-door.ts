import type { StoredRule } from '../../stored-rule.ts';
import { all, any, justifiedOrOwn, ownEntries } from '../conditions.ts';
import {
  ASSESSMENT,
  ASSESSMENT_LISTS,
  ASSESSMENT_RECORDS,
  DOCUMENT_CONTENT,
  DOCUMENT_OUTLINES,
  EARLIER_ASSESSMENT_LIST,
  EARLIER_ASSESSMENTS,
  HEADER,
  HEADER_STATUS,
  MEETING_LISTS,
  MEETING_ROW,
  MINUTES,
  NOTE_LISTS,
  NOTE_RECORDS,
  NOTES,
  PLAN,
  REFERRAL_LISTS,
  REFERRAL_RECORDS,
  REQUEST_LISTS,
  REQUEST_RECORDS,
} from '../parts/episode-parts.ts';
import { AGREEMENT, GRANT_LISTS, GRANT_PERIODS, GRANTS } from '../parts/office-parts.ts';
import {
  ADDRESSES,
  ALERTS,
  BANDED_AGE,
  COMMUNICATION,
  CONCERNS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  HOUSEHOLDS,
  IDENTIFIERS,
  IDENTITY,
  LIVELIHOOD,
  MEMBERS,
  OFFENCES,
  PERSON_ROW,
  SETTINGS,
  SOCIAL_CARE,
  SOCIAL_CARE_CONTACT,
  VOICE,
  wholly,
} from '../parts/person-parts.ts';
import { REFERRAL_PURPOSES } from '../purposes.ts';
import { EARLIER, GRANTED, NO_OVERRIDE, SCREENING, SELF } from '../reach.ts';
import { CONSULTATION, EHAST, HUB } from '../recording-roles.ts';
import type { RoleDefinition } from '../role-rules.ts';
import { rulesOf } from '../role-rules.ts';
import { wholeRecord } from './casework.ts';
import { hardLives } from './hard-lives.ts';
import { colleagues, ownAccess } from './own-account.ts';

/** Who screens or advises sees early help and social care both (SHR-3.5.6a, SHR-3.8.3), one family at a time. */
function screeningRules(given: RoleDefinition, clause: string): readonly StoredRule[] {
  const reads = rulesOf(given);
  return [
    ...wholeRecord(reads, SCREENING, clause),
    ...reads([...IDENTIFIERS, ...wholly(EDUCATION)], SCREENING, clause),
    ...reads([SOCIAL_CARE_CONTACT, ...wholly(SOCIAL_CARE)], SCREENING, clause),
    ...reads(AGREEMENT, SCREENING, clause),
    ...reads(GRANTS, SELF, 'SHR-8.2.1e'),
  ];
}

const ehast = rulesOf(EHAST);

export const EHAST_PRACTITIONER_RULES: readonly StoredRule[] = [
  ...screeningRules(EHAST, 'SHR-3.5.6c'),
  ...ehast(EARLIER_ASSESSMENT_LIST, SCREENING, 'SHR-1.2d'),
  ...ehast(EARLIER_ASSESSMENTS, EARLIER, 'SHR-1.2d'),
];

export const CONSULTATION_STAFF_RULES: readonly StoredRule[] = screeningRules(
  CONSULTATION,
  'SHR-3.8.3',
);

const hub = rulesOf(HUB);

export const HUB_WORKER_RULES: readonly StoredRule[] = [
  ...hub(
    [...HEADER, ...IDENTITY, ...HOUSEHOLDS, ...ADDRESSES, SETTINGS, COMMUNICATION],
    SCREENING,
    'SHR-3.6.1',
  ),
  ...hub([...ASSESSMENT, ...PLAN, REFERRAL_LISTS], SCREENING, 'SHR-3.6.2b'),
  ...hub(REFERRAL_RECORDS, any(SELF, SCREENING), 'SHR-3.5.7'),
  // The hub works with a family before and beside its team, so what was said there is not the hub's by default.
  ...hub([MEETING_LISTS, MEETING_ROW], SCREENING, 'SHR-3.6.2b'),
  ...hub(MINUTES, justifiedOrOwn(SCREENING), 'SHR-3.3.3a'),
  ...[HEALTH, OFFENCES, EDUCATION, LIVELIHOOD].flatMap((items) =>
    hub(wholly(items), justifiedOrOwn(SCREENING), 'SHR-4.3-cond'),
  ),
  ...hardLives(hub, SCREENING, 'SHR-4.3-cond'),
  ...hub([...wholly(VOICE), ...wholly(CONCERNS)], justifiedOrOwn(SCREENING), 'SHR-3.3.3a'),
  ...hub([SOCIAL_CARE_CONTACT, ...wholly(SOCIAL_CARE)], justifiedOrOwn(SCREENING), 'PN-need'),
  ...hub(wholly(ALERTS), SCREENING, 'SHR-4.3'),
  ...hub(NOTES, SCREENING, 'SHR-3.7.9a'),
  ...hub(DOCUMENT_OUTLINES, SCREENING, 'SHR-3.6.2b'),
  ...hub(DOCUMENT_CONTENT, justifiedOrOwn(SCREENING), 'SHR-3.3.3a'),
  ...hub(wholly(GROUP_WORK), SCREENING, 'SHR-3.4.9'),
  ...hub(AGREEMENT, SCREENING, 'SHR-3.7.2a'),
  ...colleagues(hub, SCREENING),
  ...ownAccess(hub),
  ...hub(GRANT_LISTS, SCREENING, 'SHR-8.3.7c'),
  ...hub(GRANT_PERIODS, all(SCREENING, NO_OVERRIDE), 'SHR-8.3.7c'),
];

const referrer = rulesOf({
  role: 'REFERRING_PRACTITIONER',
  prefix: 'referrer',
  purposes: REFERRAL_PURPOSES,
});

export const REFERRING_PRACTITIONER_RULES: readonly StoredRule[] = [
  ...referrer(HEADER_STATUS, GRANTED, 'SHR-3.5.7'),
  ...referrer([MEMBERS, PERSON_ROW, BANDED_AGE], GRANTED, 'SHR-3.5.7'),
  ...referrer(
    [ASSESSMENT_LISTS, CONCERNS.lists, NOTE_LISTS, REFERRAL_LISTS, REQUEST_LISTS],
    GRANTED,
    'SHR-3.5.7',
  ),
  ...referrer(
    [...ASSESSMENT_RECORDS, ...CONCERNS.records, ...NOTE_RECORDS],
    ownEntries(GRANTED),
    'SHR-3.3.7a',
  ),
  ...referrer(REFERRAL_RECORDS, any(SELF, ownEntries(GRANTED)), 'SHR-3.5.7'),
  ...referrer(REQUEST_RECORDS, { all: [GRANTED, { holds: 'agency.party' }] }, 'SHR-3.3.8'),
  ...colleagues(referrer, GRANTED),
];
