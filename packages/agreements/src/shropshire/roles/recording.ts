import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { all, justified, ownEntries } from '../conditions.ts';
import {
  ASSESSMENT_RECORDS,
  DOCUMENT_ENTRIES,
  EPISODE_LEVEL,
  EPISODE_STATE,
  FAMILY_CHOICE,
  FAMILY_RANK,
  FAMILY_RATING,
  MEETING_RECORDS,
  NOTE_RECORDS,
  PLAN_RECORDS,
  REFERRAL_RECORDS,
} from '../parts/episode-parts.ts';
import type { Part } from '../parts/part.ts';
import type { EntryParts } from '../parts/person-parts.ts';
import {
  ALERTS,
  CARE_RECEIVED,
  CARING,
  CHARACTERISTICS,
  CONCERNS,
  COURT_ORDERS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  LIVELIHOOD,
  OFFENCES,
  PERSON_DETAILS,
  SETTINGS,
  SOCIAL_CARE,
  VOICE,
  WHERE_PEOPLE_LIVE,
} from '../parts/person-parts.ts';
import { AT_PANEL, GRANTED, IN_TEAM, LEADING, MY_EPISODE, ONLY_MINE, SCREENING } from '../reach.ts';
import {
  CONSULTATION,
  EHAST,
  FAMILY,
  GROUP,
  HUB,
  LEAD,
  MANAGER,
  PANEL,
  SUPPORT,
  TEAM,
  YOUNG,
} from '../recording-roles.ts';
import { recordsOf } from '../role-rules.ts';

/** What is recorded of a person, kind by kind. */
const ABOUT_PERSONS: readonly Part[] = [
  VOICE,
  CONCERNS,
  ALERTS,
  GROUP_WORK,
  HEALTH,
  OFFENCES,
  EDUCATION,
  LIVELIHOOD,
  SOCIAL_CARE,
  COURT_ORDERS,
  CARING,
].flatMap(({ records }: EntryParts) => records);

/** What is recorded of the work with a family. */
const OF_THE_WORK: readonly Part[] = [
  ...ASSESSMENT_RECORDS,
  ...PLAN_RECORDS,
  ...MEETING_RECORDS,
  ...NOTE_RECORDS,
  DOCUMENT_ENTRIES,
];

const MYSELF: ConditionTemplate = { holds: 'person.self' };

/** Whoever screens or advises decides until help begins, and whoever leads from then on (SHR-3.5.6c). */
const BEFORE_OPENING: ConditionTemplate = all(SCREENING, {
  where: {
    status: {
      $in: ['CONTACT', 'SCREENING', 'CONSULTATION_ONLY', 'AWAITING_AGREEMENT', 'REOPENED'],
    },
  },
});

const lead = recordsOf(LEAD);
const team = recordsOf(TEAM);
const ehast = recordsOf(EHAST);
const consultation = recordsOf(CONSULTATION);
const hub = recordsOf(HUB);
const support = recordsOf(SUPPORT);
const manager = recordsOf(MANAGER);
const panel = recordsOf(PANEL);
const group = recordsOf(GROUP);
const family = recordsOf(FAMILY);
const young = recordsOf(YOUNG);

/**
 * Who records what. Whoever leads keeps the record of the work; the team adds to it and changes what its own agency wrote,
 * and all of them keep the plan they share; the front door records what it hears and decides; members of
 * the panel add what their own agency knows while the case is before it; the family says how it goes.
 */
export const RECORDING_RULES: readonly StoredRule[] = [
  ...lead([...OF_THE_WORK, ...ABOUT_PERSONS], LEADING, 'SHR-3.4.11b'),
  // Whom a child cares for is written by those who may know it of that person.
  ...lead(CARE_RECEIVED.records, justified(LEADING), 'SHR-4.3-cond'),
  ...lead([CHARACTERISTICS, SETTINGS, ...PERSON_DETAILS, ...WHERE_PEOPLE_LIVE], LEADING, 'SHR-4.5'),
  ...lead([EPISODE_STATE, EPISODE_LEVEL], LEADING, 'SHR-3.4.11a'),
  ...team([...OF_THE_WORK, ...ABOUT_PERSONS], ownEntries(IN_TEAM), 'SHR-8.2.2c'),
  ...team(CARE_RECEIVED.records, justified(ownEntries(IN_TEAM)), 'SHR-4.3-cond'),
  ...team(CHARACTERISTICS, IN_TEAM, 'SHR-4.3'),
  ...team(FAMILY_RATING, IN_TEAM, 'SHR-1.2e'),
  ...team([FAMILY_RANK, FAMILY_CHOICE], IN_TEAM, 'SHR-1.2b'),
  ...ehast([...NOTE_RECORDS, ...REFERRAL_RECORDS], SCREENING, 'SHR-3.5.3'),
  ...ehast([...CONCERNS.records, ...ALERTS.records], ownEntries(SCREENING), 'SHR-3.5.3'),
  ...ehast(DOCUMENT_ENTRIES, ownEntries(SCREENING), 'SHR-8.2.2a'),
  ...ehast([EPISODE_STATE, EPISODE_LEVEL], BEFORE_OPENING, 'SHR-3.5.6c'),
  ...consultation([...NOTE_RECORDS], ownEntries(SCREENING), 'SHR-3.8.9'),
  ...consultation(EPISODE_STATE, BEFORE_OPENING, 'SHR-3.8.9'),
  ...hub([...NOTE_RECORDS, ...REFERRAL_RECORDS], SCREENING, 'SHR-3.6.2b'),
  ...hub([EPISODE_STATE, EPISODE_LEVEL], BEFORE_OPENING, 'SHR-3.6.2a'),
  ...support([...PERSON_DETAILS, ...WHERE_PEOPLE_LIVE], GRANTED, 'SHR-8.3.8d'),
  ...support(EPISODE_STATE, GRANTED, 'SHR-8.3.8d'),
  ...manager([EPISODE_STATE, EPISODE_LEVEL], GRANTED, 'SHR-8.2.1g'),
  ...panel([...NOTE_RECORDS, ...ABOUT_PERSONS], ownEntries(AT_PANEL), 'SHR-3.7.3b'),
  ...group(
    [...GROUP_WORK.records, ...VOICE.records, ...CONCERNS.records],
    ownEntries(IN_TEAM),
    'SHR-3.4.9',
  ),
  ...family(FAMILY_RATING, MY_EPISODE, 'SHR-1.2e'),
  ...family(FAMILY_CHOICE, MY_EPISODE, 'SHR-1.2b'),
  ...family(FAMILY_RANK, ONLY_MINE, 'SHR-1.2b'),
  ...young(FAMILY_RATING, MY_EPISODE, 'SHR-1.2e'),
  ...young(FAMILY_CHOICE, MY_EPISODE, 'SHR-1.2b'),
  ...young(FAMILY_RANK, ONLY_MINE, 'SHR-1.2b'),
  ...young(VOICE.records, all(MY_EPISODE, MYSELF), 'SHR-1.2f'),
];
