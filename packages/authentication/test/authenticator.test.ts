import { isRefusal } from '@postern/errors';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestIssuer } from './issuing.ts';
import { AUDIENCE, CLAIMS, gateFor, START_SECONDS, testIssuer } from './issuing.ts';

let school: TestIssuer;
let police: TestIssuer;

beforeAll(async () => {
  school = await testIssuer('school', 'https://sign-in.school.example');
  police = await testIssuer('police', 'https://sign-in.police.example');
});

/** The code of the refusal, which must carry nothing else. */
async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const thrown: unknown = await attempt.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  if (!isRefusal(thrown)) throw new Error('Expected a refusal.', { cause: thrown });
  expect(thrown.facts).toEqual({});
  expect(thrown.cause).toBeUndefined();
  return thrown.code;
}

describe('a token of a registered issuer', () => {
  test('says who calls, and nothing more', async () => {
    const caller = await gateFor([school, police]).admit(await school.sign());
    expect(caller).toEqual({
      issuerId: 'school',
      subject: CLAIMS.sub,
      multiFactor: true,
      expiresAt: new Date((START_SECONDS + 3600) * 1000),
      clientId: 'postern-console',
    });
  });

  test('may name the type in full and several audiences', async () => {
    const token = await school.sign(
      { aud: ['https://other.example', AUDIENCE] },
      { typ: 'application/AT+JWT' },
    );
    await expect(gateFor([school]).admit(token)).resolves.toMatchObject({ issuerId: 'school' });
  });

  test('is taken whatever the case of the scheme', async () => {
    const token = await school.sign();
    await expect(gateFor([school]).authenticate(`bEARER  ${token}`)).resolves.toBeDefined();
  });

  test('is accepted within ten seconds of clock difference, and not beyond', async () => {
    const gate = gateFor([school]);
    await expect(gate.admit(await school.sign({ iat: START_SECONDS + 10 }))).resolves.toBeDefined();
    await expect(gate.admit(await school.sign({ nbf: START_SECONDS + 10 }))).resolves.toBeDefined();
    await expect(
      gate.admit(await school.sign({ iat: START_SECONDS - 60, exp: START_SECONDS - 9 })),
    ).resolves.toBeDefined();
  });
});

describe('no token', () => {
  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic dXNlcjpwYXNz',
    'DPoP x.y.z',
    'Bearerx.y.z',
  ])('is told for the header %j', async (header) => {
    expect(await refusalOf(gateFor([school]).authenticate(header))).toBe('TOKEN_MISSING');
  });
});

describe('a token is invalid', () => {
  test.each([
    'Bearer x',
    'Bearer a.b',
    'Bearer a.b.c.d.e',
    'Bearer ..',
    'Bearer e30.e30.e30',
    'Bearer a b.c.d',
    `Bearer ${'x'.repeat(9000)}`,
  ])('when it is %.30j', async (header) => {
    expect(await refusalOf(gateFor([school]).authenticate(header))).toBe('TOKEN_INVALID');
  });

  test('when it is genuine but oversized', async () => {
    const token = await school.sign({ padding: 'x'.repeat(8192) });
    expect(await refusalOf(gateFor([school]).admit(token))).toBe('TOKEN_INVALID');
  });

  test('when it is unsigned (alg none)', async () => {
    const unsigned = new UnsecuredJWT({ ...CLAIMS }).encode();
    expect(await refusalOf(gateFor([school]).admit(unsigned))).toBe('TOKEN_INVALID');
    expect(await refusalOf(gateFor([school]).admit(`${unsigned}AA`))).toBe('TOKEN_INVALID');
  });

  test('when the public key was used as an HMAC secret', async () => {
    const pem = new TextEncoder().encode(await exportSPKI(school.publicKey));
    const jwk = new TextEncoder().encode(JSON.stringify(await exportJWK(school.publicKey)));
    for (const secret of [pem, jwk]) {
      const token = await new SignJWT({ ...CLAIMS })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'school-key' })
        .sign(secret);
      expect(await refusalOf(gateFor([school]).admit(token))).toBe('TOKEN_INVALID');
    }
  });

  test('when its algorithm is sound but not on the issuer’s list', async () => {
    const narrowed = { ...school, record: { ...school.record, algorithms: ['RS256'] } };
    expect(await refusalOf(gateFor([narrowed]).admit(await school.sign()))).toBe('TOKEN_INVALID');
  });

  test('when it embeds its own key, whatever other key header it has', async () => {
    const own = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    for (const header of [
      { jwk },
      { jwk, kid: 'school-key' },
      { jku: 'https://attacker.example/jwks', kid: 'attacker' },
    ]) {
      const token = await new SignJWT({ ...CLAIMS })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header })
        .sign(own.privateKey);
      expect(await refusalOf(gateFor([school]).admit(token))).toBe('TOKEN_INVALID');
    }
  });

  test.each([{ typ: 'JWT' }, { typ: undefined }, { typ: 'id+jwt' }, { typ: 'at+jwt-x' }])(
    'when its type is $typ',
    async (header) => {
      const token = await school.sign({}, header);
      expect(await refusalOf(gateFor([school]).admit(token))).toBe('TOKEN_INVALID');
    },
  );

  test('when a header marked critical is not understood', async () => {
    const [, payload] = (await school.sign()).split('.');
    const header = Buffer.from(
      JSON.stringify({ alg: 'ES256', typ: 'at+jwt', kid: 'school-key', crit: ['x'], x: 1 }),
    ).toString('base64url');
    const signed = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      school.privateKey,
      new TextEncoder().encode(`${header}.${payload}`),
    );
    const token = `${header}.${payload}.${Buffer.from(signed).toString('base64url')}`;
    expect(await refusalOf(gateFor([school]).admit(token))).toBe('TOKEN_INVALID');
  });

  test('when a key of one issuer signs for another', async () => {
    const gate = gateFor([school, police]);
    const iss = 'https://sign-in.police.example';
    expect(await refusalOf(gate.admit(await school.sign({ iss })))).toBe('TOKEN_INVALID');
    const posing = await school.sign({ iss }, { kid: 'police-key' });
    expect(await refusalOf(gate.admit(posing))).toBe('TOKEN_INVALID');
  });

  test.each([
    ['another audience', { aud: 'https://other.example' }],
    ['an audience that only begins alike', { aud: `${AUDIENCE}/v2` }],
    ['no audience', { aud: undefined }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject with a control character', { sub: 'a\u0000b' }],
    ['a subject that is no string', { sub: 17 }],
    ['no expiry', { exp: undefined }],
    ['an expiry that is no number', { exp: '2999-01-01' }],
    ['an expiry beyond all dates', { exp: 1e300 }],
    ['no time of issue', { iat: undefined }],
    ['a time of issue to come', { iat: START_SECONDS + 11 }],
    ['a time of issue after its expiry', { iat: START_SECONDS + 5, exp: START_SECONDS + 4 }],
    ['a beginning to come', { nbf: START_SECONDS + 11 }],
    ['no id', { jti: undefined }],
    ['no client', { client_id: undefined }],
    ['methods that are no list', { amr: 'pwd otp' }],
    ['an issuer that is no string', { iss: 5 }],
    ['no issuer', { iss: undefined }],
  ])('when it has %s', async (_, claims) => {
    // The library checks some claims when it signs; these are broken on purpose.
    const token = await school.sign(claims as Record<string, unknown>);
    expect(await refusalOf(gateFor([school]).admit(token))).toBe('TOKEN_INVALID');
  });
});

describe('a token has expired', () => {
  test('ten seconds after its expiry', async () => {
    const token = await school.sign({ iat: START_SECONDS - 60, exp: START_SECONDS - 10 });
    expect(await refusalOf(gateFor([school]).admit(token))).toBe('TOKEN_EXPIRED');
  });

  test('but that is not told to one who cannot sign', async () => {
    const expired = await school.sign({ iat: START_SECONDS - 60, exp: START_SECONDS - 20 });
    const [header, payload] = expired.split('.');
    const forged = `${header}.${payload}.${(await school.sign()).split('.')[2]}`;
    expect(await refusalOf(gateFor([school]).admit(forged))).toBe('TOKEN_INVALID');
  });
});

describe('an issuer is unknown', () => {
  test.each([
    'https://elsewhere.example',
    'https://sign-in.school.example/',
    'https://SIGN-IN.school.example',
    'https://sign-in.school.example:443',
  ])('when iss is %s', async (iss) => {
    const token = await school.sign({ iss });
    expect(await refusalOf(gateFor([school]).admit(token))).toBe('ISSUER_UNKNOWN');
  });
});
