import { bandOf, yearOf, yearsLived } from './age-model.ts';
import { AGREEMENT_RECORDS } from './agreement-model.ts';
import { DOCUMENT_RECORDS } from './document-model.ts';
import { EPISODE_RECORDS } from './episode-model.ts';
import type { FieldModel, RecordModel } from './field-model.ts';
import {
  addressOf,
  below,
  byEpisode,
  entryModels,
  first,
  id,
  persons,
  personsIn,
  provenance,
  reference,
  revision,
  rows,
} from './field-model.ts';
import { grantModel } from './grant-model.ts';
import { justificationModel } from './justification-model.ts';
import { latestLimit } from './limit-model.ts';
import { POLICY_RECORDS } from './policy-model.ts';
import { REQUEST_RECORDS } from './request-model.ts';

/** Every record type of the three subgraphs that hold records; `partners.Episode` is the part of an episode kept there. */
export const RECORDS: Readonly<Record<string, RecordModel>> = {
  Family: {
    table: 'families.family',
    about: (row) => ({ rowId: id(row, 'id'), familyId: id(row, 'id') }),
    fields: {
      address: { kind: 'TEXT', of: addressOf },
      households: rows('Household', 'families.household', 'familyId'),
      members: {
        kind: 'ROWS',
        type: 'Person',
        of: persons('families.family_member', 'familyId'),
      },
      agreement: first(
        'FamilyAgreement',
        below('families.family_agreement', 'familyId'),
        'recordedAt',
        'DESCENDING',
      ),
    },
  },
  Household: {
    table: 'families.household',
    about: (row) => ({
      rowId: id(row, 'id'),
      familyId: id(row, 'familyId'),
      householdId: id(row, 'id'),
    }),
    fields: {
      revision,
      addresses: rows('Address', 'families.household_address', 'householdId'),
      members: {
        kind: 'ROWS',
        type: 'Person',
        of: persons('families.household_member', 'householdId'),
      },
    },
  },
  Address: {
    table: 'families.household_address',
    about: (row) => ({
      rowId: id(row, 'id'),
      familyId: id(row, 'familyId'),
      householdId: id(row, 'householdId'),
    }),
    fields: { revision },
  },
  FamilyAgreement: {
    table: 'families.family_agreement',
    about: byEpisode,
    fields: {
      ...provenance,
      status: {
        kind: 'TEXT',
        of: ({ state }) => (state === 'SIGNED_WITH_EXCLUSIONS' ? 'SIGNED' : String(state)),
      },
      parts: rows('AgreementPart', 'families.agreement_part', 'agreementId'),
      signers: rows('AgreementSigner', 'families.agreement_signer', 'agreementId'),
      exclusions: rows('Exclusion', 'families.exclusion', 'agreementId'),
    },
  },
  AgreementPart: {
    table: 'families.agreement_part',
    about: (row) => ({
      rowId: id(row, 'id'),
      personId: id(row, 'personId'),
      entryEpisodeId: id(row, 'episodeId'),
      agencyId: id(row, 'agencyId'),
    }),
    fields: {
      ...provenance,
      person: reference('Person', 'personId'),
      state: {
        kind: 'TEXT',
        of: ({ state }) => (state === 'SIGNED_WITH_EXCLUSIONS' ? 'SIGNED' : String(state)),
      },
      disclosureLimit: { kind: 'TEXT', of: latestLimit },
    },
  },
  AgreementSigner: {
    table: 'families.agreement_signer',
    about: (row) => ({
      ...byEpisode(row),
      personId: id(row, 'personId'),
      concerns: [String(row['personId'])],
    }),
    fields: { person: reference('Person', 'personId') },
  },
  Exclusion: {
    table: 'families.exclusion',
    about: (row) => ({
      ...byEpisode(row),
      excludedAgencyId: id(row, 'excludedAgencyId'),
      personId: id(row, 'personId'),
    }),
    fields: {
      ...provenance,
      agency: reference('Agency', 'excludedAgencyId'),
      person: reference('Person', 'personId'),
    },
  },
  PersonName: {
    table: 'families.person_name',
    about: (row) => ({
      rowId: id(row, 'id'),
      personId: id(row, 'personId'),
      agencyId: id(row, 'agencyId'),
    }),
    fields: { ...provenance, revision },
  },
  Person: {
    table: 'families.person',
    about: (row) => ({ rowId: id(row, 'id'), personId: id(row, 'id') }),
    fields: {
      revision,
      names: rows('PersonName', 'families.person_name', 'personId'),
      alsoRecordedAs: { kind: 'ROWS', type: 'Person', of: personsIn('merged') },
      recordedUnder: first(
        'Person',
        (row, county) =>
          county
            .rowsBy('families.person_merge', 'mergedId', row['id'])
            .filter(({ state }) => state === 'MERGED')
            .flatMap(({ keptId }) => county.rowsBy('families.person', 'id', keptId)),
        'dateOfBirth',
        'ASCENDING',
      ),
      age: { kind: 'TEXT', of: (row, county) => yearsLived(row, county.today) },
      ageBand: { kind: 'TEXT', of: (row, county) => bandOf(yearsLived(row, county.today)) },
      birthYear: { kind: 'TEXT', of: (row) => yearOf(row['dateOfBirth']) },
      ethnicity: { kind: 'LATEST_ENTRY', entryKind: 'ETHNICITY', column: 'label' },
      religion: { kind: 'LATEST_ENTRY', entryKind: 'RELIGION', column: 'label' },
      socialCareStatus: { kind: 'LATEST_ENTRY', entryKind: 'SOCIAL_CARE_STATUS', column: 'label' },
      socialCareContact: {
        kind: 'LATEST_ENTRY',
        entryKind: 'SOCIAL_CARE_STATUS',
        column: 'detail',
      },
      ...Object.fromEntries(
        Object.entries({
          disabilities: 'Disability',
          healthConditions: 'HealthCondition',
          mentalHealth: 'MentalHealthNote',
          substanceUse: 'SubstanceUse',
          convictions: 'Conviction',
          investigations: 'Investigation',
          policeIncidents: 'PoliceIncident',
          youthJustice: 'YouthJusticeInvolvement',
          domesticAbuse: 'DomesticAbuseIncident',
          attendance: 'AttendanceRecord',
          exclusions: 'SchoolExclusion',
          behaviour: 'SchoolBehaviour',
          specialEducationalNeeds: 'SpecialEducationalNeed',
          housing: 'HousingCircumstance',
          employment: 'EmploymentStatus',
          finance: 'FinancialCircumstance',
          socialCare: 'SocialCareInvolvement',
          courtOrders: 'CourtOrder',
          caringRoles: 'CaringRole',
          careReceived: 'CareReceived',
          voice: 'Voice',
          safeguardingConcerns: 'SafeguardingConcern',
          safetyAlerts: 'SafetyAlert',
          groupWork: 'GroupWork',
        }).map(([field, type]): [string, FieldModel] => [field, { kind: 'ENTRIES', type }]),
      ),
    },
  },
  ...entryModels,
  ...EPISODE_RECORDS,
  ...DOCUMENT_RECORDS,
  Practitioner: {
    table: 'partners.practitioner',
    about: (row) => ({
      rowId: id(row, 'id'),
      accountId: id(row, 'id'),
      agencyId: id(row, 'agencyId'),
    }),
    fields: {
      accountState: {
        kind: 'TEXT',
        of: (row, county) => county.rowsBy('access.account', 'id', row['id'])[0]?.['state'] ?? null,
      },
      agency: first(
        'Agency',
        (row, county) => county.rowsBy('access.agency', 'id', row['agencyId']),
        'name',
        'ASCENDING',
      ),
      grants: rows('AccessGrant', 'access.access_grant', 'accountId'),
      justifications: rows('Justification', 'access.justification', 'accountId'),
    },
  },
  AccessGrant: grantModel,
  Justification: justificationModel,
  MatchCandidate: {
    table: 'families.match_candidate',
    about: (row) => ({
      rowId: id(row, 'id'),
      purposeLock: id(row, 'purposeLock'),
      receivedOn: String(row['receivedOn']),
    }),
    fields: {},
  },
  ...POLICY_RECORDS,
  ...AGREEMENT_RECORDS,
  ...REQUEST_RECORDS,
  Agency: { table: 'access.agency', about: (row) => ({ rowId: id(row, 'id') }), fields: {} },
};

/** How a field of a type is read. */
export function fieldModel(type: string, field: string): FieldModel {
  return RECORDS[type]?.fields[field] ?? { kind: 'COLUMN', column: field };
}

/** The model of a type. */
export function recordModel(type: string): RecordModel {
  const found = RECORDS[type];
  if (found === undefined) throw new Error(`The model has no ${type}.`);
  return found;
}

/** The types that a subgraph reads for itself: where it refers to one, it reads the record and so its mask. */
export const OWN_TYPES: Readonly<Record<string, ReadonlySet<string>>> = {
  families: new Set(['Family', 'Person']),
  episodes: new Set(['Episode']),
  partners: new Set(['Episode', 'Practitioner', 'Agency']),
};
