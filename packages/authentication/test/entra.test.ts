import { isRefusal } from '@postern/errors';
import type { JWTPayload } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestIssuer } from './issuing.ts';
import { gateFor, START_SECONDS, testIssuer } from './issuing.ts';

const TENANT = 'https://sts.windows.net/6f0d4c1e-0000-4000-8000-000000000001/';
const PERSON = '11111111-0000-4000-8000-000000000001';
const POWER_BI = 'a672d62c-fc7b-4e81-a576-e60dc46e951d';
/** Of somebody who signed in, version 1.0. */
const PERSONS: JWTPayload = {
  ver: '1.0',
  sub: 'pairwise-of-this-application',
  oid: PERSON,
  uti: 'one-of-its-own',
  appid: POWER_BI,
  scp: 'user_impersonation',
  amr: ['pwd', 'mfa'],
};
const SERVICE = 'bbbbbbbb-0000-4000-8000-000000000001';
const PRINCIPAL = 'cccccccc-0000-4000-8000-000000000001';
/** Of an application in its own name. */
const SERVICES: JWTPayload = {
  ...PERSONS,
  sub: PRINCIPAL,
  oid: PRINCIPAL,
  appid: SERVICE,
  scp: undefined,
  amr: undefined,
};

let entra: TestIssuer;
let other: TestIssuer;
beforeAll(async () => {
  const issuer = await testIssuer('entra', TENANT);
  entra = { ...issuer, record: { ...issuer.record, profile: 'ENTRA' } };
  other = await testIssuer('other', 'https://sign-in.school.example');
});

const admits = async (claims: JWTPayload, typ = 'JWT') =>
  gateFor([entra, other]).admit(await entra.sign(claims, { typ }));

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const thrown: unknown = await attempt.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  if (!isRefusal(thrown)) throw new Error('Expected a refusal.', { cause: thrown });
  return thrown.code;
}

describe('a token of Microsoft Entra ID', () => {
  test('names whoever signed in by what is the same for every client', async () => {
    expect(await admits(PERSONS)).toEqual({
      issuerId: 'entra',
      subject: PERSON,
      multiFactor: true,
      expiresAt: new Date((START_SECONDS + 3600) * 1000),
      clientId: POWER_BI,
      numbersOnly: true,
    });
    const second = { ...PERSONS, ver: '2.0', azp: POWER_BI, appid: undefined, amr: undefined };
    expect(await admits(second)).toMatchObject({ subject: PERSON, multiFactor: false });
    expect(await admits({ ...PERSONS, amr: ['pwd'] })).toMatchObject({ multiFactor: false });
  });

  test('opens records only where they were asked for by their scope', async () => {
    const opens = async (scp: string) => (await admits({ ...PERSONS, scp })).numbersOnly ?? false;
    expect(await opens('user_impersonation records')).toBe(false);
    expect(await opens('records')).toBe(false);
    for (const scp of [
      'user_impersonation',
      'Records',
      'records.read',
      'user_impersonation,records',
    ])
      expect([scp, await opens(scp)]).toEqual([scp, true]);
    expect(await admits(SERVICES)).not.toHaveProperty('numbersOnly');
  });

  test('names an application that asks in its own name as that, and shows no factor', async () => {
    const named = { subject: SERVICE, clientId: SERVICE, multiFactor: false };
    expect(await admits(SERVICES)).toMatchObject(named);
    expect(await admits({ ...SERVICES, amr: ['pwd', 'mfa'] })).toMatchObject(named);
  });

  test.each([
    ['an identity token', { scp: undefined, nonce: 'n', appid: undefined }],
    ['one of somebody without a scope', { scp: undefined }],
    ['one with a scope of nothing', { scp: '' }],
    ['one that names somebody as the client', { oid: POWER_BI }],
    ['one that names a client as itself with a scope', { oid: POWER_BI, sub: POWER_BI }],
    ['one without a client', { appid: undefined }],
    ['one that names its client as the other version does', { appid: undefined, azp: POWER_BI }],
    ['one of no version', { ver: undefined }],
    ['one of a version to come', { ver: '3.0' }],
    ['one of nobody', { oid: undefined }],
    ['one without a name of its own', { uti: undefined }],
    ['one for another', { aud: 'https://elsewhere.example' }],
    ['one that ended before it began', { iat: START_SECONDS + 7200 }],
  ] as const)('is refused where it is %s', async (_, claims) => {
    expect(await refusalOf(admits({ ...PERSONS, ...claims }))).toBe('TOKEN_INVALID');
  });

  test('is one by its type, and no other provider’s', async () => {
    expect(await refusalOf(admits(PERSONS, 'at+jwt'))).toBe('TOKEN_INVALID');
    const gate = gateFor([entra, other]);
    expect(await refusalOf(gate.admit(await other.sign(PERSONS, { typ: 'JWT' })))).toBe(
      'TOKEN_INVALID',
    );
    expect(
      await refusalOf(gate.admit(await entra.sign({ ...PERSONS, iss: other.record.url }))),
    ).toBe('TOKEN_INVALID');
    expect(await refusalOf(gate.admit(await entra.sign({}, { typ: 'at+jwt' })))).toBe(
      'TOKEN_INVALID',
    );
  });
});
