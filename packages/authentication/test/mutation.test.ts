import { isRefusal } from '@postern/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateFor, testIssuer } from './issuing.ts';

const CHARACTERS = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/~ \n\u00e9\u0000',
];

async function outcome(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'ADMITTED',
    (error: unknown) => (isRefusal(error) ? error.code : `unexpected: ${String(error)}`),
  );
}

const REFUSED = /^(TOKEN_INVALID|TOKEN_MISSING|ISSUER_UNKNOWN)$/;

test('a valid token with any one character changed is refused, also after the valid one was remembered', async () => {
  const issuer = await testIssuer('school', 'https://sign-in.school.example');
  const token = await issuer.sign();
  const gate = gateFor([issuer]);
  expect(await outcome(gate.admit(token))).toBe('ADMITTED');

  await fc.assert(
    fc.asyncProperty(
      fc.nat(token.length - 1),
      fc.constantFrom(...CHARACTERS),
      async (position, character) => {
        fc.pre(token[position] !== character);
        const changed = token.slice(0, position) + character + token.slice(position + 1);
        expect(await outcome(gate.admit(changed))).toMatch(REFUSED);
      },
    ),
    { numRuns: 400 },
  );
});

test('every other spelling of the last character of the signature is refused', async () => {
  const issuer = await testIssuer('school', 'https://sign-in.school.example');
  const token = await issuer.sign();
  const gate = gateFor([issuer]);
  for (const character of CHARACTERS.filter((candidate) => !token.endsWith(candidate))) {
    expect(await outcome(gate.admit(token.slice(0, -1) + character))).toMatch(REFUSED);
  }
});

test('a token with characters removed or added is refused', async () => {
  const issuer = await testIssuer('school', 'https://sign-in.school.example');
  const token = await issuer.sign();
  const gate = gateFor([issuer]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(token.length - 1),
      fc.nat(4),
      fc.string({ maxLength: 4 }),
      async (position, removed, added) => {
        const changed = token.slice(0, position) + added + token.slice(position + removed);
        fc.pre(changed.trim() !== token);
        expect(await outcome(gate.admit(changed))).toMatch(REFUSED);
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever the header holds, the answer is a refusal', async () => {
  const gate = gateFor([await testIssuer('school', 'https://sign-in.school.example')]);
  const segment = fc.json().map((json) => Buffer.from(json).toString('base64url'));
  const header = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(segment, segment, segment).map((parts) => `Bearer ${parts.join('.')}`),
  );
  await fc.assert(
    fc.asyncProperty(header, async (value) => {
      expect(await outcome(gate.authenticate(value))).toMatch(REFUSED);
    }),
  );
});
