import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** Where a household lived; no end means now. */
export interface CastAddress {
  readonly line: string;
  readonly town: string;
  readonly postcode: string;
  readonly uprn?: string;
  readonly from: Days;
  readonly until?: Days;
}

/** People who live together, and where. */
export interface CastHousehold {
  readonly name: string;
  readonly members: readonly CastPerson[];
  /** Persons who used to live here, until 400 days ago. */
  readonly formerMembers?: readonly CastPerson[];
  readonly addresses: readonly CastAddress[];
}

/** The identifier of a family's household by its place in the family's list. */
export function householdId(familyKey: string, position: number): string {
  return countyId(`cast-household:${familyKey}:${position}`);
}

/** The identifier of an address by its place in the household's list. */
export function addressId(household: string, position: number): string {
  return countyId(`${household}:${position}`);
}

/** The rows that make one household of a family. */
export function householdRows(
  of: CastHousehold,
  within: { readonly id: string; readonly familyId: string },
  moment: Moment,
): readonly Row[] {
  const living = (who: CastPerson, from: Days, until: Days | null): readonly Row[] => {
    const member = row('families.household_member', {
      household_id: within.id,
      person_id: who.id,
      started_on: moment.date(from),
      ended_on: until === null ? null : moment.date(until),
    });
    return [member, { ...member, table: 'access.household_person' }];
  };
  return [
    row('families.household', { id: within.id, family_id: within.familyId, name: of.name }),
    ...of.members.flatMap((who) => living(who, -800, null)),
    ...(of.formerMembers ?? []).flatMap((who) => living(who, -1500, -400)),
    ...of.addresses.map((address, position) =>
      row('families.household_address', {
        id: addressId(within.id, position),
        household_id: within.id,
        family_id: within.familyId,
        line: address.line,
        town: address.town,
        postcode: address.postcode,
        uprn: address.uprn ?? null,
        started_on: moment.date(address.from),
        ended_on: address.until === undefined ? null : moment.date(address.until),
      }),
    ),
  ];
}
