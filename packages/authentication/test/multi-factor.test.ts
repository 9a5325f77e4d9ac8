import { expect, test } from 'vitest';
import { MULTI_FACTOR_CONTEXT, showsMultiFactor } from '../src/multi-factor.ts';

test.each([
  [['pwd', 'otp']],
  [['pwd', 'sms']],
  [['pwd', 'hwk']],
  [['pwd', 'swk']],
  [['pwd', 'tel']],
  [['pin', 'sc']],
  [['hwk', 'fpt']],
  [['pwd', 'face', 'rba']],
  [['mfa']],
  [['pwd', 'mfa']],
])('two kinds of factor: %j', (amr) => {
  expect(showsMultiFactor({ amr })).toBe(true);
});

test.each([
  [[]],
  [['pwd']],
  [['otp']],
  [['pwd', 'pwd']],
  [['pwd', 'pin', 'kba']],
  [['otp', 'sms', 'hwk']],
  [['pwd', 'geo', 'rba', 'user', 'wia', 'mca']],
  [['pwd', 'OTP']],
  [['pwd', 'constructor']],
])('one kind or none: %j', (amr) => {
  expect(showsMultiFactor({ amr })).toBe(false);
});

test('the authentication context may show it where it is one that is known', () => {
  expect(showsMultiFactor({ amr: [], acr: MULTI_FACTOR_CONTEXT })).toBe(true);
  expect(showsMultiFactor({ amr: ['pwd'], acr: 'https://refeds.org/profile/mfa' })).toBe(true);
  expect(showsMultiFactor({ amr: ['pwd'], acr: 'urn:example:gold' })).toBe(false);
});
