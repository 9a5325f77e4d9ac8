import type { OracleRow } from '@postern/policy';
import type { RawCounty, RawRow } from './raw-county.ts';

/** Where a field's value comes from, told again and apart from the subgraphs, for tests to hold them against. */
export type FieldModel =
  | { readonly kind: 'COLUMN'; readonly column: string }
  | { readonly kind: 'REFERENCE'; readonly type: string; readonly column: string }
  | { readonly kind: 'REFERENCES'; readonly type: string; readonly column: string }
  | { readonly kind: 'TEXT'; readonly of: (row: RawRow, county: RawCounty, now: Date) => unknown }
  | { readonly kind: 'ROWS'; readonly type: string; readonly of: Children }
  | {
      readonly kind: 'FIRST_ROW';
      readonly type: string;
      readonly of: Children;
      readonly by: string;
      readonly order: 'ASCENDING' | 'DESCENDING';
    }
  | { readonly kind: 'ENTRIES'; readonly type: string }
  | { readonly kind: 'LATEST_ENTRY'; readonly entryKind: string; readonly column: string };

/** The rows below a row, permitted or not. */
export type Children = (row: RawRow, county: RawCounty, now: Date) => readonly RawRow[];

/** A record type: its table, what its rows are about, and the fields that are not simply a column of the same name. */
export interface RecordModel {
  readonly table: string;
  readonly about: (row: RawRow) => OracleRow['about'];
  /** Which rows of the table are of this type; all of them, where it is not said. */
  readonly of?: (row: RawRow) => boolean;
  readonly fields: Readonly<Record<string, FieldModel>>;
}

export const id = (row: RawRow, column: string): string | null => row[column] as string | null;
export const byEpisode = (row: RawRow): OracleRow['about'] => ({
  rowId: id(row, 'id'),
  episodeId: id(row, 'episodeId'),
  agencyId: id(row, 'agencyId'),
});

/** An entry of an episode: the persons it concerns, and what the law makes of it beyond its type. */
export const byEntry = (row: RawRow): OracleRow['about'] => ({
  ...byEpisode(row),
  concerns: row['concerns'] as readonly string[],
  rowClass: id(row, 'rowClass'),
  purposeLock: id(row, 'purposeLock'),
});

export const reference = (type: string, column: string): FieldModel => ({
  kind: 'REFERENCE',
  type,
  column,
});
export const provenance: Readonly<Record<string, FieldModel>> = {
  recordedBy: reference('Practitioner', 'recordedBy'),
  recordedByAgency: reference('Agency', 'agencyId'),
};
/** Of what practitioners write and may change. */
const written: Readonly<Record<string, FieldModel>> = {
  ...provenance,
  changedBy: reference('Practitioner', 'changedBy'),
};
export const entry: Readonly<Record<string, FieldModel>> = {
  ...written,
  concerns: { kind: 'REFERENCES', type: 'Person', column: 'concerns' },
};

export const rows = (type: string, table: string, column: string): FieldModel => ({
  kind: 'ROWS',
  type,
  of: below(table, column),
});

/** The first of the rows that are visible, by the records' own order, then by id. */
export const first = (
  type: string,
  of: Children,
  by: string,
  order: 'ASCENDING' | 'DESCENDING',
): FieldModel => ({ kind: 'FIRST_ROW', type, of, by, order });

export const below =
  (table: string, column: string): Children =>
  (parent, county) =>
    county.rowsBy(table, column, parent['id']);

/** Counted by whoever reads every detail, as everybody does of whom none is hidden; nobody wrote any in the county. */
export const revision: FieldModel = { kind: 'TEXT', of: () => 1 };

/** Persons by their ids, in a column. */
export const personsIn =
  (column: string): Children =>
  (row, county) =>
    (row[column] as readonly string[]).flatMap((each) =>
      county.rowsBy('families.person', 'id', each),
    );

export const holds = (row: RawRow, today: string): boolean =>
  row['endedOn'] === null || String(row['endedOn']) > today;

export const persons =
  (table: string, column: string): Children =>
  (parent, county) =>
    county
      .rowsBy(table, column, parent['id'])
      .filter((row) => holds(row, county.today))
      .flatMap((row) => county.rowsBy('families.person', 'id', row['personId']))
      .filter((row, index, all) => all.indexOf(row) === index);

export const isAhead = (moment: unknown, now: Date): boolean =>
  moment === null || new Date(String(moment)) > now;

/** Nobody of an agency that the family excluded stands in the team. */
export const isKeptOut = (grant: RawRow, county: RawCounty, now: Date): boolean => {
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

/** Who lost the role works in it no more, be it that the grant was not taken away. */
const isRoleHeld = (grant: RawRow, county: RawCounty, now: Date): boolean =>
  county
    .rowsBy('access.role_holding', 'accountId', grant['accountId'])
    .some(
      (holding) =>
        holding['role'] === grant['role'] &&
        new Date(String(holding['startsAt'])) <= now &&
        isAhead(holding['endsAt'], now),
    );

export const granted =
  (role: string | null): Children =>
  (parent, county, now) =>
    county
      .rowsBy('access.access_grant', 'episodeId', parent['id'])
      .filter(
        (grant) =>
          (role === null || (grant['role'] === role && grant['basis'] === 'WORK')) &&
          new Date(String(grant['startsAt'])) <= now &&
          ['endsAt', 'suspendedAt', 'revokedAt', 'confirmBy'].every((column) =>
            isAhead(grant[column], now),
          ),
      )
      .filter((grant) => !isKeptOut(grant, county, now) && isRoleHeld(grant, county, now))
      .flatMap((grant) => county.rowsBy('partners.practitioner', 'id', grant['accountId']))
      .filter((row, index, all) => all.indexOf(row) === index);

/** Where the family's first household lives now, in one line. */
export function addressOf(family: RawRow, county: RawCounty): string | null {
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
export const ENTRY_TYPES: Readonly<
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
  Voice: ['VOICE', 'words'],
  SafeguardingConcern: ['SAFEGUARDING_CONCERN', 'concern'],
  SafetyAlert: ['SAFETY_ALERT', 'alert', 'action', 'detail'],
  GroupWork: ['GROUP_WORK', 'group', 'progress', 'detail'],
  CourtOrder: ['COURT_ORDER', 'kind', 'says', 'detail'],
  CaringRole: ['CARING_ROLE', 'does', 'effectOnSchool', 'detail'],
  CareReceived: ['CARE_RECEIVED', 'need'],
};

/** What an entry of one type has beside its label and second column. */
const MORE_OF: Readonly<Record<string, Readonly<Record<string, FieldModel>>>> = {
  GroupWork: { attended: { kind: 'COLUMN', column: 'percentage' } },
  CourtOrder: { seenBy: { kind: 'COLUMN', column: 'status' } },
  CaringRole: {
    often: { kind: 'COLUMN', column: 'status' },
    caresFor: rows('CareReceived', 'families.person_entry', 'caringRoleId'),
  },
};

/** The kind of row that a type of entry is read from. */
export function entryKindOf(type: string): string {
  const found = ENTRY_TYPES[type];
  if (found === undefined) throw new Error(`${type} is no type of entry.`);
  return found[0];
}

export const entryModel: RecordModel['about'] = (row) => ({
  rowId: id(row, 'id'),
  personId: id(row, 'personId'),
  entryEpisodeId: id(row, 'episodeId'),
  agencyId: id(row, 'agencyId'),
  rowClass: id(row, 'rowClass'),
  purposeLock: id(row, 'purposeLock'),
});

export const entryModels = Object.fromEntries(
  Object.entries(ENTRY_TYPES).map(([type, [, label, other, column]]): [string, RecordModel] => [
    type,
    {
      table: 'families.person_entry',
      about: entryModel,
      fields: {
        ...written,
        concerns: reference('Person', 'personId'),
        [label]: { kind: 'COLUMN', column: 'label' },
        ...MORE_OF[type],
        ...(other === undefined || column === undefined
          ? {}
          : { [other]: { kind: 'COLUMN', column } }),
      },
    },
  ]),
);

export const episodeRecord = (
  table: string,
  fields: Readonly<Record<string, FieldModel>>,
): RecordModel => ({
  table: `episodes.${table}`,
  about: 'concerns' in fields ? byEntry : byEpisode,
  fields,
});
