import type { OracleRow } from '@postern/policy';
import type { RawCounty, RawRow } from './raw-county.ts';

/** Where a field's value comes from, told again and apart from the subgraphs, for tests to hold them against. */
export type FieldModel =
  | { readonly kind: 'COLUMN'; readonly column: string }
  | { readonly kind: 'REFERENCE'; readonly type: string; readonly column: string }
  | { readonly kind: 'REFERENCES'; readonly type: string; readonly column: string }
  | { readonly kind: 'TEXT'; readonly of: (row: RawRow, county: RawCounty) => string | null }
  | { readonly kind: 'ROWS'; readonly type: string; readonly of: Children }
  | {
      readonly kind: 'FIRST_ROW';
      readonly type: string;
      readonly of: Children;
      readonly by: string;
      readonly order: 'ASCENDING' | 'DESCENDING';
    }
  | { readonly kind: 'ENTRIES'; readonly type: string }
  | { readonly kind: 'LATEST_ENTRY'; readonly entryKind: string };

/** The rows below a row, permitted or not. */
export type Children = (row: RawRow, county: RawCounty, now: Date) => readonly RawRow[];

/** A record type: its table, what its rows are about, and the fields that are not simply a column of the same name. */
export interface RecordModel {
  readonly table: string;
  readonly about: (row: RawRow) => OracleRow['about'];
  readonly fields: Readonly<Record<string, FieldModel>>;
}

const id = (row: RawRow, column: string): string | null => row[column] as string | null;
const byEpisode = (row: RawRow): OracleRow['about'] => ({
  episodeId: id(row, 'episodeId'),
  agencyId: id(row, 'agencyId'),
});

const reference = (type: string, column: string): FieldModel => ({
  kind: 'REFERENCE',
  type,
  column,
});
const provenance: Readonly<Record<string, FieldModel>> = {
  recordedBy: reference('Practitioner', 'recordedBy'),
  recordedByAgency: reference('Agency', 'agencyId'),
};
const entry: Readonly<Record<string, FieldModel>> = {
  ...provenance,
  concerns: { kind: 'REFERENCES', type: 'Person', column: 'concerns' },
};

const rows = (type: string, table: string, column: string): FieldModel => ({
  kind: 'ROWS',
  type,
  of: below(table, column),
});

/** The first of the rows that are visible, by the records' own order, then by id. */
const first = (
  type: string,
  of: Children,
  by: string,
  order: 'ASCENDING' | 'DESCENDING',
): FieldModel => ({ kind: 'FIRST_ROW', type, of, by, order });

const below =
  (table: string, column: string): Children =>
  (parent, county) =>
    county.rowsBy(table, column, parent['id']);

const holds = (row: RawRow, today: string): boolean =>
  row['endedOn'] === null || String(row['endedOn']) > today;

const persons =
  (table: string, column: string): Children =>
  (parent, county) =>
    county
      .rowsBy(table, column, parent['id'])
      .filter((row) => holds(row, county.today))
      .flatMap((row) => county.rowsBy('families.person', 'id', row['personId']))
      .filter((row, index, all) => all.indexOf(row) === index);

const isAhead = (moment: unknown, now: Date): boolean =>
  moment === null || new Date(String(moment)) > now;

/** Nobody of an agency that the family excluded stands in the team. */
const isKeptOut = (grant: RawRow, county: RawCounty, now: Date): boolean => {
  const [holder] = county.rowsBy('access.account', 'id', grant['accountId']);
  return county
    .rowsBy('access.exclusion', 'episodeId', grant['episodeId'])
    .some(
      (row) =>
        row['scope'] === 'WHOLE_AGENCY' &&
        row['agencyId'] === holder?.['agencyId'] &&
        new Date(String(row['startsAt'])) <= now &&
        isAhead(row['endsAt'], now),
    );
};

const granted =
  (role: string | null): Children =>
  (parent, county, now) =>
    county
      .rowsBy('access.access_grant', 'episodeId', parent['id'])
      .filter(
        (grant) =>
          (role === null || grant['role'] === role) &&
          new Date(String(grant['startsAt'])) <= now &&
          ['endsAt', 'suspendedAt', 'revokedAt'].every((column) => isAhead(grant[column], now)),
      )
      .filter((grant) => !isKeptOut(grant, county, now))
      .flatMap((grant) => county.rowsBy('partners.practitioner', 'id', grant['accountId']))
      .filter((row, index, all) => all.indexOf(row) === index);

/** Where the family's first household lives now, in one line. */
function addressOf(family: RawRow, county: RawCounty): string | null {
  const [household] = county
    .rowsBy('families.household', 'familyId', family['id'])
    .flatMap((each) =>
      county
        .rowsBy('families.household_address', 'householdId', each['id'])
        .filter((row) => holds(row, county.today) && String(row['startedOn']) <= county.today)
        .map((row) => ({ key: [each['name'], each['id']].join('\n'), row })),
    )
    .toSorted((a, b) => {
      if (a.key !== b.key) return a.key < b.key ? -1 : 1;
      return String(a.row['startedOn']) > String(b.row['startedOn']) ? -1 : 1;
    });
  if (household === undefined) return null;
  const { line, town, postcode } = household.row;
  return [line, town, postcode].filter((part) => part !== null).join(', ');
}

/** Kinds of entry: type → [kind, the field that holds its label, the field of its second column, that column]. */
const ENTRY_TYPES: Readonly<
  Record<string, readonly [kind: string, label: string, other?: string, column?: string]>
> = {
  Disability: ['DISABILITY', 'name'],
  HealthCondition: ['HEALTH_CONDITION', 'name'],
  MentalHealthNote: ['MENTAL_HEALTH', 'summary'],
  SubstanceUse: ['SUBSTANCE_USE', 'substance'],
  Conviction: ['CONVICTION', 'offence', 'disposal', 'detail'],
  Investigation: ['INVESTIGATION', 'allegation'],
  PoliceIncident: ['POLICE_INCIDENT', 'description', 'role', 'status'],
  YouthJusticeInvolvement: ['YOUTH_JUSTICE', 'description'],
  DomesticAbuseIncident: ['DOMESTIC_ABUSE', 'description', 'role', 'status'],
  AttendanceRecord: ['ATTENDANCE', 'period'],
  SchoolExclusion: ['SCHOOL_EXCLUSION', 'kind', 'reason', 'detail'],
  SchoolBehaviour: ['SCHOOL_BEHAVIOUR', 'summary'],
  SpecialEducationalNeed: ['SPECIAL_EDUCATIONAL_NEED', 'need', 'provision', 'detail'],
  HousingCircumstance: ['HOUSING', 'circumstance'],
  EmploymentStatus: ['EMPLOYMENT', 'status'],
  FinancialCircumstance: ['FINANCE', 'circumstance'],
  SocialCareInvolvement: ['SOCIAL_CARE', 'status'],
};

/** The kind of row that a type of entry is read from. */
export function entryKindOf(type: string): string {
  const found = ENTRY_TYPES[type];
  if (found === undefined) throw new Error(`${type} is no type of entry.`);
  return found[0];
}

const entryModel: RecordModel['about'] = (row) => ({
  personId: id(row, 'personId'),
  entryEpisodeId: id(row, 'episodeId'),
  agencyId: id(row, 'agencyId'),
});

const entryModels = Object.fromEntries(
  Object.entries(ENTRY_TYPES).map(([type, [, label, other, column]]): [string, RecordModel] => [
    type,
    {
      table: 'families.person_entry',
      about: entryModel,
      fields: {
        ...provenance,
        concerns: reference('Person', 'personId'),
        [label]: { kind: 'COLUMN', column: 'label' },
        ...(other === undefined || column === undefined
          ? {}
          : { [other]: { kind: 'COLUMN', column } }),
      },
    },
  ]),
);

const episodeRecord = (
  table: string,
  fields: Readonly<Record<string, FieldModel>>,
): RecordModel => ({ table: `episodes.${table}`, about: byEpisode, fields });

/** Every record type of the three subgraphs that hold records; `partners.Episode` is the part of an episode kept there. */
export const RECORDS: Readonly<Record<string, RecordModel>> = {
  Family: {
    table: 'families.family',
    about: (row) => ({ familyId: id(row, 'id') }),
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
    about: (row) => ({ familyId: id(row, 'familyId') }),
    fields: {
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
    about: (row) => ({ familyId: id(row, 'familyId') }),
    fields: {},
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
      signers: rows('AgreementSigner', 'families.agreement_signer', 'agreementId'),
      exclusions: rows('Exclusion', 'families.exclusion', 'agreementId'),
    },
  },
  AgreementSigner: {
    table: 'families.agreement_signer',
    about: byEpisode,
    fields: { person: reference('Person', 'personId') },
  },
  Exclusion: {
    table: 'families.exclusion',
    about: (row) => ({ ...byEpisode(row), excludedAgencyId: id(row, 'excludedAgencyId') }),
    fields: {
      ...provenance,
      agency: reference('Agency', 'excludedAgencyId'),
      person: reference('Person', 'personId'),
    },
  },
  Person: {
    table: 'families.person',
    about: (row) => ({ personId: id(row, 'id') }),
    fields: {
      ethnicity: { kind: 'LATEST_ENTRY', entryKind: 'ETHNICITY' },
      religion: { kind: 'LATEST_ENTRY', entryKind: 'RELIGION' },
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
        }).map(([field, type]): [string, FieldModel] => [field, { kind: 'ENTRIES', type }]),
      ),
    },
  },
  ...entryModels,
  Episode: {
    table: 'episodes.episode',
    about: (row) => ({ episodeId: id(row, 'id') }),
    fields: {
      allocatedAgency: reference('Agency', 'allocatedAgencyId'),
      family: reference('Family', 'familyId'),
      assessment: first(
        'Assessment',
        below('episodes.assessment', 'episodeId'),
        'startedOn',
        'DESCENDING',
      ),
      needs: rows('Need', 'episodes.need', 'episodeId'),
      plan: first('Plan', below('episodes.plan', 'episodeId'), 'agreedOn', 'DESCENDING'),
      meetings: rows('TafMeeting', 'episodes.taf_meeting', 'episodeId'),
      levelTransitions: rows('LevelTransition', 'episodes.level_transition', 'episodeId'),
      leadProfessional: first('Practitioner', granted('LEAD_PROFESSIONAL'), 'name', 'ASCENDING'),
      team: { kind: 'ROWS', type: 'Practitioner', of: granted(null) },
      grants: rows('AccessGrant', 'access.access_grant', 'episodeId'),
    },
  },
  LevelTransition: episodeRecord('level_transition', provenance),
  Assessment: episodeRecord('assessment', {
    ...entry,
    sections: rows('AssessmentSection', 'episodes.assessment_section', 'assessmentId'),
  }),
  AssessmentSection: episodeRecord('assessment_section', entry),
  Need: episodeRecord('need', entry),
  Plan: episodeRecord('plan', {
    ...entry,
    actions: rows('PlanAction', 'episodes.plan_action', 'planId'),
  }),
  PlanAction: episodeRecord('plan_action', entry),
  TafMeeting: episodeRecord('taf_meeting', entry),
  Practitioner: {
    table: 'partners.practitioner',
    about: (row) => ({ accountId: id(row, 'id') }),
    fields: {
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
  AccessGrant: {
    table: 'access.access_grant',
    about: (row) => ({ episodeId: id(row, 'episodeId'), accountId: id(row, 'accountId') }),
    fields: {
      episode: reference('Episode', 'episodeId'),
      practitioner: reference('Practitioner', 'accountId'),
      grantedBy: reference('Practitioner', 'grantedBy'),
    },
  },
  Justification: {
    table: 'access.justification',
    about: (row) => ({ episodeId: id(row, 'episodeId'), accountId: id(row, 'accountId') }),
    fields: {
      episode: reference('Episode', 'episodeId'),
      person: reference('Person', 'personId'),
      approvedBy: reference('Practitioner', 'approvedBy'),
    },
  },
  Agency: { table: 'access.agency', about: () => ({}), fields: {} },
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
