import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import { adultIdentifiers } from './person.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** Somebody in the pool below the threshold of any help (DEV-A3-12m). */
export interface CastMatchCandidate {
  readonly givenName: string;
  readonly familyName: string;
  readonly age: number;
  readonly criteria: readonly string[];
  readonly source: string;
  readonly received: Days;
  readonly purposeLock?: string;
}

/** The identifier of a candidate by its key. */
export function matchCandidateId(key: string): string {
  return countyId(`cast-match-candidate:${key}`);
}

export function matchCandidateRow(
  key: string,
  of: CastMatchCandidate & { readonly serial: number },
  moment: Moment,
): Row {
  const { nhsNumber, nationalInsuranceNumber } = adultIdentifiers(of.serial);
  return row('families.match_candidate', {
    id: matchCandidateId(key),
    given_name: of.givenName,
    family_name: of.familyName,
    date_of_birth: moment.birthday(of.age),
    postcode: 'MZ3 2QF',
    nhs_number: nhsNumber ?? null,
    national_insurance_number: nationalInsuranceNumber ?? null,
    criteria: of.criteria,
    source: of.source,
    received_on: moment.date(of.received),
    purpose_lock: of.purposeLock ?? null,
  });
}
