import type { FieldDefinition, ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf } from '@postern/subgraph-kit';
import { eq } from 'drizzle-orm';
import { entryType } from '../entry/entry-type.ts';
import { age, ageBand, birthYear } from './age.ts';
import { person } from './person.table.ts';

/** Where Person.ethnicity, religion and social-care status are read from; they have no type of their own in the schema. */
export const characteristicSources: readonly ResourceDefinition[] = [
  entryType('EthnicityEntry', 'ETHNICITY', {}),
  entryType('ReligionEntry', 'RELIGION', {}),
  entryType('SocialCareStatusEntry', 'SOCIAL_CARE_STATUS', {}),
];

function entries(type: string): FieldDefinition {
  return {
    kind: 'ENTRIES',
    type,
    join: (parent, entry) => eq(columnOf(entry, 'personId'), columnOf(parent, 'id')),
  };
}

function latest(type: string, key = 'label'): FieldDefinition {
  return {
    kind: 'LATEST_ENTRY',
    type,
    column: key,
    join: (parent, entry) => eq(columnOf(entry, 'personId'), columnOf(parent, 'id')),
  };
}

export const personResource: ResourceDefinition = {
  type: 'Person',
  table: person,
  link: { kind: 'PERSON', person: 'id' },
  person: 'id',
  order: [ascending('dateOfBirth')],
  fields: {
    id: column('id'),
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
    socialCareStatus: latest('SocialCareStatusEntry'),
    socialCareContact: latest('SocialCareStatusEntry', 'detail'),
    nhsNumber: column('nhsNumber'),
    uniquePupilNumber: column('uniquePupilNumber'),
    nationalInsuranceNumber: column('nationalInsuranceNumber'),
  },
};
