import type { ClassKey, DataDictionary } from '../src/index.ts';

/** A few types, with at least one field of every kind of class. */
export const dictionary: DataDictionary = new Map([
  type('Episode', {
    id: 'OPERATIONAL',
    reference: 'OPERATIONAL',
    reason: 'PERSONAL',
    kind: 'OPERATIONAL',
    rating: 'OPERATIONAL',
    note: 'PERSONAL',
    status: 'OPERATIONAL',
  }),
  type('Plan', { id: 'OPERATIONAL' }),
  type('PlanAction', {
    id: 'PERSONAL',
    text: 'PERSONAL',
    kind: 'PERSONAL',
    rating: 'PERSONAL',
  }),
  type('Referral', { id: 'OPERATIONAL', reasons: 'PERSONAL' }),
  type('InformationRequest', { id: 'OPERATIONAL', asked: 'PERSONAL' }),
  type('Exclusion', { id: 'OPERATIONAL' }),
  type('AgreementSigner', { id: 'OPERATIONAL', name: 'PERSONAL' }),
  type('Family', { id: 'OPERATIONAL', reference: 'OPERATIONAL', address: 'PERSONAL' }),
  type('Household', { id: 'PERSONAL', addresses: 'PERSONAL' }),
  type('Address', { id: 'PERSONAL', line: 'PERSONAL' }),
  type('Person', {
    id: 'OPERATIONAL',
    givenName: 'PERSONAL',
    nhsNumber: 'RESTRICTED:IDENTIFIER',
    ethnicity: 'SPECIAL_CATEGORY:ETHNICITY',
    healthConditions: 'SPECIAL_CATEGORY:HEALTH',
    convictions: 'CRIMINAL_OFFENCE',
    kind: 'OPERATIONAL',
    rating: 'OPERATIONAL',
  }),
  type('HealthCondition', {
    id: 'SPECIAL_CATEGORY:HEALTH',
    label: 'SPECIAL_CATEGORY:HEALTH',
    kind: 'SPECIAL_CATEGORY:HEALTH',
    rating: 'SPECIAL_CATEGORY:HEALTH',
  }),
  type('Conviction', { id: 'CRIMINAL_OFFENCE', label: 'CRIMINAL_OFFENCE' }),
  type('Voice', { id: 'PERSONAL', words: 'PERSONAL' }),
  type('MatchCandidate', { id: 'OPERATIONAL', givenName: 'PERSONAL' }),
  type('PolicyRule', { id: 'WORKFORCE', name: 'WORKFORCE' }),
  type('Practitioner', { id: 'WORKFORCE', name: 'WORKFORCE' }),
  type('Agency', { id: 'PUBLIC', name: 'PUBLIC' }),
  type('AccessGrant', { id: 'OPERATIONAL', workingRelationship: 'WORKFORCE' }),
  type('Justification', { id: 'OPERATIONAL', relevance: 'PERSONAL' }),
]);

function type(
  name: string,
  fields: Readonly<Record<string, ClassKey>>,
): readonly [string, ReadonlyMap<string, ClassKey>] {
  return [name, new Map(Object.entries(fields))];
}
