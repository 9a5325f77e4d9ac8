import type { Coordinate } from './dictionary.ts';

/** Stands for a family's one address where a restriction hides only an item of it. */
export const ADDRESS_IN_PART: Coordinate = 'Family.address.part';

/** Fields made of others, and lists from which a hidden whole could be put together again. */
const MADE_OF: ReadonlyMap<Coordinate, readonly Coordinate[]> = new Map([
  [
    'Family.address',
    [
      ADDRESS_IN_PART,
      'Family.households',
      'Household.id',
      'Household.addresses',
      'Address.id',
      'Address.line',
      'Address.town',
      'Address.postcode',
      'Address.uprn',
    ],
  ],
  ['Household.addresses', ['Family.address']],
  ['Address.uprn', ['Address.line']],
  ['Person.age', ['Person.dateOfBirth']],
  ['Person.ageBand', ['Person.dateOfBirth']],
  ['Person.birthYear', ['Person.dateOfBirth']],
]);

/** Records that are come by in more than one way: hidden in this one, they are hidden in every other. */
const HELD_BY: ReadonlyMap<string, Coordinate> = new Map([
  ['Assessment', 'Episode.assessment'],
  ['Referral', 'Episode.referrals'],
  ['InformationRequest', 'Episode.informationRequests'],
  ['AccessGrant', 'Episode.grants'],
  ['FamilyAgreement', 'Family.agreement'],
]);

/** The details whose hiding hides a field: itself, what it is made of, and what holds its record. */
export function hiddenWith(coordinate: Coordinate): readonly Coordinate[] {
  const [type = ''] = coordinate.split('.');
  const holder = holderOf(type);
  const parts = MADE_OF.get(coordinate) ?? [];
  return holder === undefined ? [coordinate, ...parts] : [coordinate, ...parts, holder];
}

/** The detail that holds every record of a type; undefined where no one detail does. */
export function holderOf(type: string): Coordinate | undefined {
  return HELD_BY.get(type);
}
