import type { ClassKey } from '@postern/policy';
import type { Part } from './part.ts';
import { classesOf, fieldsOf } from './part.ts';

/** That there is somebody: an id that is used nowhere else, which does as a pseudonym (SOM-6.13.2). */
export const PERSON_ROW = fieldsOf('Person', 'row', ['id']);
export const MEMBERS = fieldsOf('Family', 'members', ['members']);

const NAMES = fieldsOf('Person', 'names', ['givenName', 'familyName']);
const EXACT_AGE = fieldsOf('Person', 'age', ['dateOfBirth', 'age', 'expectedOn', 'deceasedOn']);
export const BANDED_AGE = fieldsOf('Person', 'age-band', ['ageBand', 'birthYear']);
export const AGE_BAND_ALONE = fieldsOf('Person', 'age-band', ['ageBand']);
const SEX = fieldsOf('Person', 'sex', ['sex', 'gender']);
export const GENDER = fieldsOf('Person', 'gender', ['gender']);

/** By which somebody is told apart from others who are asked. */
export const WHOM_TO_ASK: readonly Part[] = [PERSON_ROW, NAMES].map((part) => ({
  ...part,
  called: `${part.called}-to-ask`,
}));

/** Who somebody is, outside the team: the age as a band and a year. */
export const NAMES_AND_BAND: readonly Part[] = [PERSON_ROW, NAMES, BANDED_AGE, MEMBERS];
export const IDENTITY_OUTSIDE: readonly Part[] = [...NAMES_AND_BAND, SEX];
/** Who somebody is, to those who work with the family or have to match it. */
export const IDENTITY: readonly Part[] = [...IDENTITY_OUTSIDE, EXACT_AGE];
/** What a transfer adds to {@link PERSON_ROW} and the band. */
export const IDENTITY_OF_PERSON: readonly Part[] = [NAMES, EXACT_AGE, SEX];

export const HOUSEHOLD_LISTS = fieldsOf('Family', 'households', ['households']);
export const HOUSEHOLD_RECORDS: readonly Part[] = [
  fieldsOf('Household', 'members', ['id', 'name', 'members']),
];
export const HOUSEHOLDS: readonly Part[] = [HOUSEHOLD_LISTS, ...HOUSEHOLD_RECORDS];

export const ADDRESS_LISTS = fieldsOf('Household', 'addresses', ['addresses']);
export const ADDRESS_RECORDS: readonly Part[] = [classesOf('Address', 'OPERATIONAL', 'PERSONAL')];
export const CONTACTS = fieldsOf('Person', 'contacts', ['contactDetails']);
/** Where somebody may be found, at the households one reaches. */
export const WHEREABOUTS: readonly Part[] = [ADDRESS_LISTS, ...ADDRESS_RECORDS, CONTACTS];
export const ADDRESSES: readonly Part[] = [
  fieldsOf('Family', 'address', ['address']),
  ...WHEREABOUTS,
];

export const SETTINGS = fieldsOf('Person', 'settings', ['educationSetting', 'gpPractice']);
export const COMMUNICATION = fieldsOf('Person', 'communication', [
  'languages',
  'communicationNeeds',
]);

export const NHS_NUMBER = fieldsOf('Person', 'nhs-number', ['nhsNumber']);
export const UNIQUE_PUPIL_NUMBER = fieldsOf('Person', 'unique-pupil-number', ['uniquePupilNumber']);
/** The National Insurance number is the matcher's alone. */
export const IDENTIFIERS: readonly Part[] = [NHS_NUMBER, UNIQUE_PUPIL_NUMBER];

export const CHARACTERISTICS = fieldsOf('Person', 'characteristics', ['ethnicity', 'religion']);
export const SOCIAL_CARE_CONTACT = fieldsOf('Person', 'social-care-contact', [
  'socialCareStatus',
  'socialCareContact',
]);

/** Entries of one kind: the lists of Person that hold them, and their types. */
export interface EntryParts {
  readonly lists: Part;
  readonly records: readonly Part[];
}

function entries(
  called: string,
  types: readonly (readonly [type: string, field: string, dataClass: ClassKey])[],
): EntryParts {
  return {
    lists: fieldsOf(
      'Person',
      called,
      types.map(([, field]) => field),
    ),
    records: types.map(([type, , dataClass]) => classesOf(type, dataClass)),
  };
}

export const HEALTH = entries('health', [
  ['Disability', 'disabilities', 'SPECIAL_CATEGORY:DISABILITY'],
  ['HealthCondition', 'healthConditions', 'SPECIAL_CATEGORY:HEALTH'],
  ['MentalHealthNote', 'mentalHealth', 'SPECIAL_CATEGORY:HEALTH'],
  ['SubstanceUse', 'substanceUse', 'SPECIAL_CATEGORY:SUBSTANCE_USE'],
]);
export const OFFENCES = entries('offences', [
  ['Conviction', 'convictions', 'CRIMINAL_OFFENCE'],
  ['Investigation', 'investigations', 'CRIMINAL_OFFENCE'],
  ['PoliceIncident', 'policeIncidents', 'CRIMINAL_OFFENCE'],
  ['YouthJusticeInvolvement', 'youthJustice', 'CRIMINAL_OFFENCE'],
  ['DomesticAbuseIncident', 'domesticAbuse', 'CRIMINAL_OFFENCE'],
]);
export const EDUCATION = entries('education', [
  ['AttendanceRecord', 'attendance', 'RESTRICTED:EDUCATION'],
  ['SchoolExclusion', 'exclusions', 'RESTRICTED:EDUCATION'],
  ['SchoolBehaviour', 'behaviour', 'RESTRICTED:EDUCATION'],
  ['SpecialEducationalNeed', 'specialEducationalNeeds', 'RESTRICTED:EDUCATION'],
]);
export const LIVELIHOOD = entries('livelihood', [
  ['HousingCircumstance', 'housing', 'RESTRICTED:HOUSING'],
  ['EmploymentStatus', 'employment', 'RESTRICTED:EMPLOYMENT'],
  ['FinancialCircumstance', 'finance', 'RESTRICTED:FINANCE'],
]);
export const SOCIAL_CARE = entries('social-care', [
  ['SocialCareInvolvement', 'socialCare', 'RESTRICTED:SOCIAL_CARE'],
]);
export const COURT_ORDERS = entries('court-orders', [
  ['CourtOrder', 'courtOrders', 'RESTRICTED:SOCIAL_CARE'],
]);
export const CARING = entries('caring', [['CaringRole', 'caringRoles', 'RESTRICTED:SOCIAL_CARE']]);
/** That somebody is cared for by a child of the family: an entry about whoever is cared for. */
export const CARE_RECEIVED = entries('care-received', [
  ['CareReceived', 'careReceived', 'SPECIAL_CATEGORY:HEALTH'],
]);
export const VOICE = entries('voice', [['Voice', 'voice', 'PERSONAL']]);
export const CONCERNS = entries('concerns', [
  ['SafeguardingConcern', 'safeguardingConcerns', 'PERSONAL'],
]);
export const ALERTS = entries('alerts', [['SafetyAlert', 'safetyAlerts', 'PERSONAL']]);
export const GROUP_WORK = entries('group-work', [['GroupWork', 'groupWork', 'PERSONAL']]);

/** Names beside the one that somebody is called by. */
export const NAME_RECORDS = classesOf('PersonName', 'OPERATIONAL', 'PERSONAL', 'WORKFORCE');
export const OTHER_NAME_LISTS = fieldsOf('Person', 'other-names', ['names']);
export const OTHER_NAMES: readonly Part[] = [OTHER_NAME_LISTS, NAME_RECORDS];

/** That two records are of one person. */
export const SAME_PERSON = fieldsOf('Person', 'same-person', ['alsoRecordedAs', 'recordedUnder']);

/** By which whoever records details knows that they changed. */
export const REVISIONS: readonly Part[] = [
  fieldsOf('Person', 'revision', ['revision']),
  fieldsOf('Household', 'revision', ['revision']),
];

/** What is known of somebody beside entries. */
export const PERSON_DETAILS: readonly Part[] = [
  ...[NAMES, EXACT_AGE, SEX, CONTACTS, COMMUNICATION],
  fieldsOf('PersonName', 'names', [
    'kind',
    'givenName',
    'familyName',
    'protected',
    'startedOn',
    'endedOn',
  ]),
];
export const WHERE_PEOPLE_LIVE: readonly Part[] = [...HOUSEHOLD_RECORDS, ...ADDRESS_RECORDS];

/** Both the lists and what they hold. */
export function wholly({ lists, records }: EntryParts): readonly Part[] {
  return [lists, ...records];
}
