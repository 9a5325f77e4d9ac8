import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import type { Row } from './row.ts';
import { projection, row } from './row.ts';

/** A person of the cast; everything but the identity may be unknown. */
export interface CastPerson {
  readonly id: string;
  readonly givenName?: string;
  readonly familyName?: string;
  /** Completed years. */
  readonly age?: number;
  readonly expected?: Days;
  readonly deceased?: Days;
  readonly sex?: 'FEMALE' | 'MALE';
  readonly gender?: string;
  readonly languages?: readonly string[];
  readonly communicationNeeds?: string;
  readonly educationSetting?: string;
  readonly gpPractice?: string;
  readonly contactDetails?: readonly string[];
  readonly nhsNumber?: string;
  readonly uniquePupilNumber?: string;
  readonly nationalInsuranceNumber?: string;
  /** What this young person lets parents see (SHR-3.4.3d), and what it was before. */
  readonly limit?: DisclosureLevel;
  readonly formerLimit?: DisclosureLevel;
}

export type DisclosureLevel = 'OPEN_TO_PARENTS' | 'SUMMARY_ONLY' | 'CONFIDENTIAL' | 'OVERRIDDEN';

/** A person under a fixed name. */
export function person(key: string, facts: Omit<CastPerson, 'id'>): CastPerson {
  return { id: countyId(`cast-person:${key}`), ...facts };
}

/** Identifiers of ranges that are never issued: NHS numbers from 999, pupil numbers of authority 999, insurance numbers from QQ. */
export function pupilIdentifiers(
  serial: number,
): Pick<CastPerson, 'nhsNumber' | 'uniquePupilNumber'> {
  const digits = String(serial).padStart(3, '0');
  return { nhsNumber: `9990000${digits}`, uniquePupilNumber: `Y999000000${digits}` };
}

/** As {@link pupilIdentifiers}, for an adult. */
export function adultIdentifiers(
  serial: number,
): Pick<CastPerson, 'nhsNumber' | 'nationalInsuranceNumber'> {
  const digits = String(serial).padStart(3, '0');
  return { nhsNumber: `9990000${digits}`, nationalInsuranceNumber: `QQ999${digits}C` };
}

/** The rows of a person and of the person's disclosure limit. */
export function personRows(of: CastPerson, moment: Moment): readonly Row[] {
  return [identityRow(of, moment), ...deathRows(of, moment), ...limitRows(of, moment)];
}

function deathRows(of: CastPerson, moment: Moment): readonly Row[] {
  if (of.deceased === undefined) return [];
  return [row('access.deceased_person', { person_id: of.id, died_on: moment.date(of.deceased) })];
}

function identityRow(of: CastPerson, moment: Moment): Row {
  return row('families.person', {
    id: of.id,
    given_name: of.givenName ?? null,
    family_name: of.familyName ?? null,
    date_of_birth: of.age === undefined ? null : moment.birthday(of.age),
    expected_on: of.expected === undefined ? null : moment.date(of.expected),
    deceased_on: of.deceased === undefined ? null : moment.date(of.deceased),
    sex: of.sex ?? null,
    gender: of.gender ?? null,
    languages: of.languages ?? null,
    communication_needs: of.communicationNeeds ?? null,
    education_setting: of.educationSetting ?? null,
    gp_practice: of.gpPractice ?? null,
    contact_details: of.contactDetails ?? null,
    nhs_number: of.nhsNumber ?? null,
    unique_pupil_number: of.uniquePupilNumber ?? null,
    national_insurance_number: of.nationalInsuranceNumber ?? null,
  });
}

function limitRows(of: CastPerson, moment: Moment): readonly Row[] {
  const set: readonly (readonly [key: string, level: DisclosureLevel | undefined, on: Days])[] = [
    ['former-limit', of.formerLimit, -55],
    ['limit', of.limit, -40],
  ];
  return set.flatMap(([key, level, on]) => {
    if (level === undefined) return [];
    const limit = row('families.disclosure_limit', {
      id: countyId(`${of.id}:${key}`),
      person_id: of.id,
      level,
      set_at: moment.instant(on),
    });
    return [
      limit,
      projection(limit, 'access.disclosure_limit', ['id', 'person_id', 'level', 'set_at']),
    ];
  });
}
