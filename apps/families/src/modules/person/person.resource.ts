import { revisionOf } from '@postern/recording';
import type { FieldDefinition, Join, ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf, idAmong } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';
import type { EntryResource } from '../entry/entry-type.ts';
import { entryType } from '../entry/entry-type.ts';
import { personMerge } from '../person-merge/person-merge.table.ts';
import { age, ageBand, birthYear } from './age.ts';
import { person } from './person.table.ts';

/** Where Person.ethnicity, religion and social-care status are read from; they have no type of their own in the schema. */
export const characteristicSources: readonly EntryResource[] = [
  entryType('EthnicityEntry', 'ETHNICITY', {}),
  entryType('ReligionEntry', 'RELIGION', {}),
  entryType('SocialCareStatusEntry', 'SOCIAL_CARE_STATUS', {}),
];

/** What is recorded of a person, and of the records that turned out to be of the same person; each entry is decided by its own. */
const recordedOf: Join = (parent, entry) =>
  sql`${columnOf(entry, 'personId')} = ANY (array_append(${columnOf(parent, 'merged')}, ${columnOf(parent, 'id')}))`;

function entries(type: string): FieldDefinition {
  return {
    kind: 'ENTRIES',
    type,
    join: recordedOf,
  };
}

function latest(type: string, key = 'label'): FieldDefinition {
  return {
    kind: 'LATEST_ENTRY',
    type,
    column: key,
    join: recordedOf,
  };
}

/** What is said of a person beside entries, each field written for itself. */
const DETAILS = [
  ...['givenName', 'familyName', 'dateOfBirth', 'expectedOn', 'deceasedOn', 'sex', 'gender'],
  ...['languages', 'communicationNeeds', 'educationSetting', 'gpPractice', 'contactDetails'],
] as const;

export const personResource: ResourceDefinition = {
  type: 'Person',
  table: person,
  link: { kind: 'PERSON', person: 'id' },
  person: 'id',
  leadsTo: ['merged'],
  order: [ascending('dateOfBirth')],
  recorded: [...DETAILS, 'ethnicity', 'religion'],
  fields: {
    id: column('id'),
    revision: revisionOf(DETAILS),
    givenName: column('givenName'),
    familyName: column('familyName'),
    dateOfBirth: column('dateOfBirth'),
    age: { kind: 'EXPRESSION', value: age },
    ageBand: { kind: 'EXPRESSION', value: ageBand },
    birthYear: { kind: 'EXPRESSION', value: birthYear },
    expectedOn: column('expectedOn'),
    deceasedOn: column('deceasedOn'),
    sex: column('sex'),
    gender: column('gender'),
    languages: column('languages'),
    communicationNeeds: column('communicationNeeds'),
    educationSetting: column('educationSetting'),
    gpPractice: column('gpPractice'),
    contactDetails: column('contactDetails'),
    names: {
      kind: 'MANY',
      type: 'PersonName',
      join: (parent, child) => sql`${columnOf(child, 'personId')} = ${columnOf(parent, 'id')}`,
    },
    alsoRecordedAs: {
      kind: 'MANY',
      type: 'Person',
      ofOtherEpisodes: true,
      join: (parent, child) => sql`${columnOf(child, 'id')} = ANY (${columnOf(parent, 'merged')})`,
    },
    recordedUnder: {
      kind: 'ONE',
      type: 'Person',
      join: (parent, child) =>
        idAmong(
          child,
          sql`SELECT ${personMerge.keptId} FROM ${personMerge} WHERE ${personMerge.mergedId} = ${columnOf(parent, 'id')} AND ${personMerge.state} = 'MERGED'`,
        ),
    },
    voice: entries('Voice'),
    safeguardingConcerns: entries('SafeguardingConcern'),
    safetyAlerts: entries('SafetyAlert'),
    groupWork: entries('GroupWork'),
    ethnicity: latest('EthnicityEntry'),
    religion: latest('ReligionEntry'),
    disabilities: entries('Disability'),
    healthConditions: entries('HealthCondition'),
    mentalHealth: entries('MentalHealthNote'),
    substanceUse: entries('SubstanceUse'),
    convictions: entries('Conviction'),
    investigations: entries('Investigation'),
    policeIncidents: entries('PoliceIncident'),
    youthJustice: entries('YouthJusticeInvolvement'),
    domesticAbuse: entries('DomesticAbuseIncident'),
    attendance: entries('AttendanceRecord'),
    exclusions: entries('SchoolExclusion'),
    behaviour: entries('SchoolBehaviour'),
    specialEducationalNeeds: entries('SpecialEducationalNeed'),
    housing: entries('HousingCircumstance'),
    employment: entries('EmploymentStatus'),
    finance: entries('FinancialCircumstance'),
    socialCare: entries('SocialCareInvolvement'),
    courtOrders: entries('CourtOrder'),
    caringRoles: entries('CaringRole'),
    careReceived: entries('CareReceived'),
    socialCareStatus: latest('SocialCareStatusEntry'),
    socialCareContact: latest('SocialCareStatusEntry', 'detail'),
    nhsNumber: column('nhsNumber'),
    uniquePupilNumber: column('uniquePupilNumber'),
    nationalInsuranceNumber: column('nationalInsuranceNumber'),
  },
};
