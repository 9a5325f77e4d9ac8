import { cast } from '@postern/sample-county';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { ISSUER_URL, signToken } from '../signing.ts';
import { CANARY, expectQuietLog, expectRefusal, send } from './plain-refusal.ts';

const { practitioners } = cast;
const AUDIENCE = 'https://postern.example/api';
const QUERY = '{ me { id name } episodes(first: 2) { edges { node { reference } } } }';

let database: CountyDatabase;
let gate: Gate;
beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});
afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

function asking(authorization: string | undefined): ReturnType<typeof send> {
  return send(gate, {
    body: JSON.stringify({ query: QUERY }),
    headers: {
      'content-type': 'application/json',
      'purpose-of-use': 'UNDERSTAND_NEEDS',
      ...(authorization === undefined ? {} : { authorization }),
    },
  });
}

const now = Math.floor(COUNTY_NOW.getTime() / 1000);
const claims = {
  iss: ISSUER_URL,
  aud: AUDIENCE,
  sub: practitioners.grace.subject,
  iat: now,
  exp: now + 3600,
  jti: CANARY,
  client_id: 'postern-console',
  amr: ['pwd', 'otp'],
};
const es256 = { alg: 'ES256', typ: 'at+jwt', kid: 'test-key' };

async function foreign(changed: Partial<typeof claims> = {}): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT({ ...claims, ...changed }).setProtectedHeader(es256).sign(privateKey);
}

/** The attack of RFC 8725, 2.1: a public key taken for the secret of a symmetric algorithm. */
async function symmetric(): Promise<string> {
  const { publicKey } = await generateKeyPair('ES256', { extractable: true });
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
  return new SignJWT(claims).setProtectedHeader({ ...es256, alg: 'HS256' }).sign(secret);
}

const yesterday = new Date(COUNTY_NOW.getTime() - 86_400_000);

const tokens: readonly (readonly [
  what: string,
  token: () => Promise<string> | string | undefined,
  code: string,
])[] = [
  ['no token', () => undefined, 'TOKEN_MISSING'],
  ['another scheme', () => `Basic ${btoa(`grace:${CANARY}`)}`, 'TOKEN_MISSING'],
  ['text that is no token', () => `Bearer ${CANARY}`, 'TOKEN_INVALID'],
  ['alg none', () => `Bearer ${new UnsecuredJWT(claims).encode()}`, 'TOKEN_INVALID'],
  ['HS256', async () => `Bearer ${await symmetric()}`, 'TOKEN_INVALID'],
  ['another’s key under the right name', async () => `Bearer ${await foreign()}`, 'TOKEN_INVALID'],
  [
    'a provider that is not registered',
    async () => `Bearer ${await foreign({ iss: 'https://elsewhere.example' })}`,
    'ISSUER_UNKNOWN',
  ],
  [
    'a token of yesterday',
    async () =>
      `Bearer ${await signToken(practitioners.grace.subject, { multiFactor: true, now: yesterday })}`,
    'TOKEN_EXPIRED',
  ],
];

test.each(tokens)('%s is refused with a challenge', async (_, token, code) => {
  const answer = await asking(await token());
  expectRefusal(answer, 401, code);
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
});

test('a sign-in without a second factor is asked to step up (RFC 9470)', async () => {
  const answer = await gate.ask(practitioners.grace, QUERY, { multiFactor: false });
  expectRefusal(answer, 401, 'MULTI_FACTOR_REQUIRED');
  expect(answer.headers['www-authenticate']).toMatch(
    /error="insufficient_user_authentication".*acr_values=/,
  );
});

const missing: readonly (readonly [
  who: keyof typeof practitioners,
  code: string,
  remedy: RegExp,
])[] = [
  ['petra', 'ACCOUNT_NOT_ACTIVE', /host team/],
  ['rufus', 'TRAINING_NOT_VALID', /e-learning/],
  ['lucia', 'TRAINING_NOT_VALID', /e-learning/],
  ['hal', 'ACCEPTANCE_MISSING', /user agreement/],
  ['wilma', 'AGENCY_NOT_IN_FORCE', /contact officer/],
  ['pip', 'AGENCY_NOT_IN_FORCE', /contact officer/],
  ['delia', 'AGENCY_EVIDENCE_MISSING', /evidence/],
];

test.each(missing)(
  '%s is told what is missing and how to mend it: %s',
  async (who, code, remedy) => {
    const answer = await gate.ask(practitioners[who], QUERY);
    expect(expectRefusal(answer, 403, code)['remedy']).toMatch(remedy);
    expect(answer.text).not.toContain(practitioners[who].name);
  },
);

test('an account that nobody nominated is unknown', async () => {
  expectRefusal(await gate.ask({ subject: CANARY }, QUERY), 403, 'ACCOUNT_UNKNOWN');
});

test.each([['noel'], ['uma'], ['magda'], ['grace']] as const)('%s lacks nothing', async (who) => {
  const answer = await gate.ask(practitioners[who], QUERY);
  expect(answer.body.data.me.name).toBe(practitioners[who].name);
});

test('the log holds no token and nobody’s name or subject', () => {
  const people = Object.values(practitioners).flatMap(({ name, subject }) => [name, subject]);
  expectQuietLog(gate.log, ...people);
});
