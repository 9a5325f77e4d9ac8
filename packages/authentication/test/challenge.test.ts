import type { RefusalCode } from '@postern/errors';
import { REFUSALS, Refusal } from '@postern/errors';
import { expect, test } from 'vitest';
import { challengeFor } from '../src/challenge.ts';

const CODES = Object.keys(REFUSALS) as RefusalCode[];

test('a request without a token is only told which scheme to use (RFC 6750 section 3.1)', () => {
  expect(challengeFor(new Refusal('TOKEN_MISSING'))).toBe('Bearer realm="postern"');
});

test.each(['TOKEN_INVALID', 'TOKEN_EXPIRED', 'ISSUER_UNKNOWN'] as const)(
  '%s is an invalid_token',
  (code) => {
    expect(challengeFor(new Refusal(code))).toBe(
      `Bearer realm="postern", error="invalid_token", error_description="${REFUSALS[code].message}"`,
    );
  },
);

test('a lacking second factor asks for a step-up (RFC 9470 section 3)', () => {
  expect(challengeFor(new Refusal('MULTI_FACTOR_REQUIRED'))).toBe(
    'Bearer realm="postern", error="insufficient_user_authentication", ' +
      'error_description="You signed in without a second factor.", ' +
      'acr_values="http://schemas.openid.net/pape/policies/2007/06/multi-factor"',
  );
});

test('a tool’s token that is shown for records lacks their scope (RFC 6750 section 3.1)', () => {
  expect(challengeFor(new Refusal('TOKEN_FOR_NUMBERS_ONLY'))).toBe(
    'Bearer realm="postern", error="insufficient_scope", scope="records"',
  );
});

test('every refusal with status 401 has a challenge, no other but that has, and each fits in a header', () => {
  for (const code of CODES) {
    const challenge = challengeFor(new Refusal(code));
    expect(challenge !== undefined, code).toBe(
      REFUSALS[code].status === 401 || code === 'TOKEN_FOR_NUMBERS_ONLY',
    );
    expect(challenge ?? '').toMatch(/^[\x20-\x7e]*$/);
  }
});
