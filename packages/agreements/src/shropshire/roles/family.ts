import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { all, any } from '../conditions.ts';
import {
  ACCURACY_ISSUES,
  ASSESSMENT_LISTS,
  DOCUMENT_LISTS,
  DOCUMENT_RECORDS,
  HEADER_FOR_FAMILY,
  MEETING_LISTS,
  MEETING_OUTCOME,
  MINUTES_BEYOND_OUTCOME,
  NOTE_LISTS,
  NOTE_RECORDS,
  PLAN,
  REFERRAL_LISTS,
  REFERRAL_RECORDS,
} from '../parts/episode-parts.ts';
import {
  AGREEMENT_FOR_FAMILY,
  AGREEMENT_PARTS,
  PRACTITIONER_FOR_FAMILY,
  SIGNERS,
} from '../parts/office-parts.ts';
import { classesOf, fieldsOf } from '../parts/part.ts';
import {
  ADDRESS_LISTS,
  ADDRESS_RECORDS,
  ALERTS,
  BANDED_AGE,
  CARE_RECEIVED,
  CARING,
  CHARACTERISTICS,
  COMMUNICATION,
  CONCERNS,
  CONTACTS,
  COURT_ORDERS,
  EDUCATION,
  GROUP_WORK,
  HEALTH,
  HOUSEHOLD_LISTS,
  HOUSEHOLD_RECORDS,
  IDENTIFIERS,
  IDENTITY_OF_PERSON,
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
import { MY_EPISODE, ONLY_MINE, SELF } from '../reach.ts';
import { FAMILY, YOUNG } from '../recording-roles.ts';
import type { Reads } from '../role-rules.ts';
import { rulesOf } from '../role-rules.ts';

const ASSESSMENT_OUTLINE = fieldsOf('Assessment', 'outline', [
  'id',
  'startedOn',
  'completedOn',
  'sections',
]);
const ASSESSMENT_CONTENT = fieldsOf('Assessment', 'content', [
  'reasons',
  'nature',
  'recordedAt',
  'recordedBy',
  'recordedByAgency',
  'concerns',
  'revision',
  'changedBy',
  'changedAt',
]);
const ASSESSMENT_PARTS = [
  classesOf('AssessmentSection', 'OPERATIONAL', 'PERSONAL'),
  classesOf('Need', 'OPERATIONAL', 'PERSONAL'),
];

/** Whose data a family member sees as their own. */
interface Mine {
  /** Of persons: oneself, or one's children as well. */
  readonly person: ConditionTemplate;
  /** Whose own words. */
  readonly voice: ConditionTemplate;
}

const MYSELF: ConditionTemplate = { holds: 'person.self' };
const CHILD: ConditionTemplate = { holds: 'person.childOfMine' };
const MY_HOUSEHOLD: ConditionTemplate = all(MY_EPISODE, { holds: 'household.mine' });
const RELEASED: ConditionTemplate = { where: { releasedToFamily: true } };

/** Nobody sees "the family": each sees their own part of its record. */
function ownPart(reads: Reads, mine: Mine): readonly StoredRule[] {
  const ofMine = all(MY_EPISODE, mine.person);
  const ofMyself = all(MY_EPISODE, MYSELF);
  return [
    ...reads([...HEADER_FOR_FAMILY, MEMBERS, HOUSEHOLD_LISTS], MY_EPISODE, 'PN-r-acc'),
    ...reads(PRACTITIONER_FOR_FAMILY, any(SELF, MY_EPISODE), 'SHR-5a'),
    ...reads([PERSON_ROW, ...IDENTITY_OF_PERSON, BANDED_AGE], ofMine, 'PN-r-acc'),
    ...reads([CONTACTS, SETTINGS, COMMUNICATION, ...IDENTIFIERS], ofMine, 'PN-r-acc'),
    ...reads([CHARACTERISTICS, SOCIAL_CARE_CONTACT], ofMine, 'PN-r-acc'),
    ...[HEALTH, EDUCATION, LIVELIHOOD, SOCIAL_CARE, CARING, GROUP_WORK].flatMap((items) =>
      reads(wholly(items), ofMine, 'PN-r-acc'),
    ),
    ...reads([...HOUSEHOLD_RECORDS, ADDRESS_LISTS, ...ADDRESS_RECORDS], MY_HOUSEHOLD, 'PN-r-acc'),
    ...reads(VOICE.lists, ofMine, 'SHR-3.4.3d'),
    ...reads(VOICE.records, all(MY_EPISODE, mine.voice), 'SHR-3.4.3d'),
    ...reads([CONCERNS.lists, ALERTS.lists], ofMine, 'SHR-3.7.2b'),
    ...reads([...CONCERNS.records, ...ALERTS.records], all(ofMine, RELEASED), 'SHR-3.7.2b'),
    // An order often protects one parent from the other, so the lead professional checks it first.
    ...reads(COURT_ORDERS.lists, ofMine, 'PN-r-acc'),
    ...reads(COURT_ORDERS.records, all(ofMine, RELEASED), 'PN-r-acc'),
    ...reads(wholly(CARE_RECEIVED), ofMyself, 'PN-r-acc'),
    // An offence is often another person's too, so the lead professional checks it first.
    ...reads(OFFENCES.lists, ofMyself, 'PN-r-acc'),
    ...reads(OFFENCES.records, all(ofMyself, RELEASED), 'PN-r-acc'),
    ...reads([ASSESSMENT_LISTS, ASSESSMENT_OUTLINE], MY_EPISODE, 'PN-r-acc'),
    ...reads([ASSESSMENT_CONTENT, ...ASSESSMENT_PARTS], ONLY_MINE, 'PN-r-acc'),
    ...reads(PLAN, MY_EPISODE, 'SHR-1.2e'),
    ...reads(ACCURACY_ISSUES, SELF, 'PN-upd'),
    ...reads([MEETING_LISTS, MEETING_OUTCOME], MY_EPISODE, 'PN-r-acc'),
    ...reads(MINUTES_BEYOND_OUTCOME, ONLY_MINE, 'PN-r-acc'),
    ...reads([NOTE_LISTS, REFERRAL_LISTS, DOCUMENT_LISTS], MY_EPISODE, 'PN-r-acc'),
    ...reads([...NOTE_RECORDS, ...REFERRAL_RECORDS], ONLY_MINE, 'PN-r-acc'),
    ...reads(DOCUMENT_RECORDS, ONLY_MINE, 'PN-r-acc'),
    ...reads(AGREEMENT_FOR_FAMILY, MY_EPISODE, 'SHR-3.5L-b'),
    ...reads(SIGNERS, ONLY_MINE, 'SHR-3.5L-b'),
    // A child's part is not the parents' to read: what a young person keeps from them stands in it.
    ...reads(AGREEMENT_PARTS, ofMyself, 'SHR-3.5L-b'),
  ];
}

export const FAMILY_MEMBER_RULES: readonly StoredRule[] = ownPart(rulesOf(FAMILY), {
  person: any(MYSELF, CHILD),
  // A child's words are the child's; parents read them where the child said so.
  voice: any(MYSELF, all(CHILD, { holds: 'limit.openToParents' })),
});

export const YOUNG_PERSON_RULES: readonly StoredRule[] = ownPart(rulesOf(YOUNG), {
  person: MYSELF,
  voice: MYSELF,
});
