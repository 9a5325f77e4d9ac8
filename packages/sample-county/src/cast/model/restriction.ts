import { countyId } from '../../county-id.ts';
import type { CastAgency } from './agency.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** A safety restriction: what protects a person and is hidden from one agency or one person. */
export interface CastRestriction {
  readonly protects: CastPerson;
  readonly family: { readonly id: string };
  /** The one row whose details are hidden; every row about the protected person when not given. */
  readonly item?: string;
  readonly coordinates: readonly string[];
  readonly from: { readonly agency: CastAgency } | { readonly person: CastPerson };
  readonly until?: Days;
}

/** A right exercised: details of a person that nobody else may use for now (PN-r-obj). */
export interface CastProcessingRestriction {
  readonly of: CastPerson;
  readonly coordinates: readonly string[];
  readonly until?: Days;
}

const STARTED: Days = -30;

export function restrictionRow(key: string, of: CastRestriction, moment: Moment): Row {
  return row('access.restriction', {
    id: restrictionId(key),
    protected_person_id: of.protects.id,
    family_id: of.family.id,
    item_id: of.item ?? null,
    coordinates: of.coordinates,
    hidden_from_agency_id: 'agency' in of.from ? of.from.agency.id : null,
    hidden_from_person_id: 'person' in of.from ? of.from.person.id : null,
    starts_at: moment.instant(STARTED),
    ends_at: of.until === undefined ? null : moment.instant(of.until),
  });
}

export function processingRestrictionRow(
  key: string,
  of: CastProcessingRestriction,
  moment: Moment,
): Row {
  return row('access.processing_restriction', {
    id: restrictionId(key),
    person_id: of.of.id,
    coordinates: of.coordinates,
    starts_at: moment.instant(STARTED),
    ends_at: of.until === undefined ? null : moment.instant(of.until),
  });
}

/** The identifier of a restriction by its key. */
export function restrictionId(key: string): string {
  return countyId(`cast-restriction:${key}`);
}
