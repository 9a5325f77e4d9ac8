import { describe, expect, test } from 'vitest';
import type { Coordinate } from '../src/index.ts';
import { hiddenWith } from '../src/index.ts';

describe('what else is hidden with a detail', () => {
  test.each<[hidden: Coordinate, field: Coordinate, isHidden: boolean]>([
    ['Address.postcode', 'Family.address', true],
    ['Family.address', 'Household.addresses', true],
    ['Family.address', 'Family.households', false],
    ['Address.line', 'Address.uprn', true],
    ['Address.uprn', 'Address.line', false],
    ['Person.dateOfBirth', 'Person.age', true],
    ['Person.dateOfBirth', 'Person.ageBand', true],
    ['Person.dateOfBirth', 'Person.birthYear', true],
    ['Person.age', 'Person.dateOfBirth', false],
    ['Episode.assessment', 'Assessment.reasons', true],
    ['Episode.referrals', 'Referral.id', true],
    ['Episode.referrals', 'Episode.reason', false],
    ['Episode.informationRequests', 'InformationRequest.asked', true],
    ['Family.agreement', 'FamilyAgreement.state', true],
  ])('%s hides %s: %s', (hidden, field, isHidden) => {
    expect(hiddenWith(field).includes(hidden)).toBe(isHidden);
  });

  test('a field of a name that every object has is hidden with itself alone', () => {
    expect(hiddenWith('constructor.toString')).toEqual(['constructor.toString']);
  });
});
