import { countyId } from '../../county-id.ts';
import type { CastHousehold } from './household.ts';
import { householdId, householdRows } from './household.ts';
import type { Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** A person's place in a family. */
export interface CastMember {
  readonly person: CastPerson;
  readonly relationship: string;
}

/** A family of the cast; `number` is that of its reference. */
export interface CastFamily {
  readonly id: string;
  readonly key: string;
  readonly number: number;
  readonly reference: string;
  readonly members: Readonly<Record<string, CastMember>>;
  readonly households: readonly (CastHousehold & { readonly id: string })[];
}

interface Facts {
  readonly key: string;
  readonly number: number;
  readonly members: Readonly<Record<string, CastMember>>;
  readonly households: readonly CastHousehold[];
}

/** Writes a reference such as F-000001. */
export function reference(prefix: 'F' | 'EH', number: number): string {
  return `${prefix}-${String(number).padStart(6, '0')}`;
}

/** A family under a fixed name and number; its `persons` keep the keys of `members`. */
export function family<const F extends Facts>(
  facts: F,
): CastFamily & { readonly persons: { readonly [K in keyof F['members']]: CastPerson } } {
  const persons = Object.fromEntries(
    Object.entries(facts.members).map(([key, member]) => [key, member.person]),
  ) as { [K in keyof F['members']]: CastPerson };
  return {
    ...facts,
    id: countyId(`cast-family:${facts.key}`),
    reference: reference('F', facts.number),
    persons,
    households: facts.households.map((household, position) => ({
      ...household,
      id: householdId(facts.key, position),
    })),
  };
}

/** The rows of a family, its members' places in it and its households; persons have rows of their own. */
export function familyRows(of: CastFamily, moment: Moment): readonly Row[] {
  return [
    row('families.family', { id: of.id, reference: of.reference }),
    ...Object.values(of.members).map((member) =>
      row('families.family_member', {
        family_id: of.id,
        person_id: member.person.id,
        relationship: member.relationship,
        started_on: moment.date(-800),
        ended_on: null,
      }),
    ),
    ...of.households.flatMap((household) =>
      householdRows(household, { id: household.id, familyId: of.id }, moment),
    ),
  ];
}
