import { Fault } from '@postern/errors';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAuthenticator } from '../src/authenticator.ts';
import { localKeys } from '../src/keys.ts';
import { loadIssuers } from '../src/load-issuers.ts';
import type { TestIssuer } from './issuing.ts';
import { gateFor, START_SECONDS, TestClock, testIssuer } from './issuing.ts';

let school: TestIssuer;
beforeAll(async () => {
  school = await testIssuer('school', 'https://sign-in.school.example');
});

describe('what was verified is remembered', () => {
  test('but not beyond the expiry of the token', async () => {
    const gate = gateFor([school]);
    const token = await school.sign({ exp: START_SECONDS + 30 });
    await gate.admit(token);
    gate.clock.advance(29);
    await expect(gate.admit(token)).resolves.toBeDefined();
    gate.clock.advance(11);
    await expect(gate.admit(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  test('so that keys are looked up once a minute for a token, not once a request', async () => {
    const clock = new TestClock();
    let lookUps = 0;
    const keys = localKeys(school.jwks);
    const authenticator = createAuthenticator({
      issuers: async () => [school.record],
      clock,
      keys: () => (header, token) => {
        lookUps += 1;
        return keys(header, token);
      },
    });
    const header = `Bearer ${await school.sign()}`;
    await authenticator.authenticate(header);
    await authenticator.authenticate(header);
    clock.advance(59);
    await authenticator.authenticate(header);
    expect(lookUps).toBe(1);
    clock.advance(1);
    await authenticator.authenticate(header);
    expect(lookUps).toBe(2);
  });

  test('but not after the clock was set back', async () => {
    const gate = gateFor([school]);
    const token = await school.sign();
    await gate.admit(token);
    gate.clock.advance(-3600);
    await expect(gate.admit(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });
});

describe('a change of the registry takes effect within two seconds', () => {
  test('when an issuer is removed', async () => {
    const gate = gateFor([school]);
    const token = await school.sign();
    await gate.admit(token);
    gate.records = [];
    gate.clock.advance(1);
    await expect(gate.admit(token)).resolves.toBeDefined();
    gate.clock.advance(1);
    await expect(gate.admit(token)).rejects.toMatchObject({ code: 'ISSUER_UNKNOWN' });
  });

  test.each([{ audience: 'https://other.example' }, { algorithms: ['RS256'] }])(
    'when an issuer’s row becomes %j',
    async (change) => {
      const gate = gateFor([school]);
      const token = await school.sign();
      await gate.admit(token);
      gate.records = [{ ...school.record, ...change }];
      gate.clock.advance(2);
      await expect(gate.admit(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    },
  );

  test('or at once when the clock was set back, for the age of the reading is then unknown', async () => {
    const gate = gateFor([school]);
    const token = await school.sign();
    await gate.admit(token);
    gate.records = [];
    gate.clock.advance(-1);
    await expect(gate.admit(token)).rejects.toMatchObject({ code: 'ISSUER_UNKNOWN' });
  });

  test('when an issuer is added', async () => {
    const gate = gateFor([school]);
    gate.records = [];
    const token = await school.sign();
    await expect(gate.admit(token)).rejects.toMatchObject({ code: 'ISSUER_UNKNOWN' });
    gate.records = [school.record];
    gate.clock.advance(2);
    await expect(gate.admit(token)).resolves.toBeDefined();
  });
});

describe('a registry that cannot be trusted denies', () => {
  test('when it cannot be read, though the token was verified before; and recovers', async () => {
    const clock = new TestClock();
    let reachable = true;
    const authenticator = createAuthenticator({
      issuers: async () => {
        if (!reachable) throw new Fault('DATABASE_UNREACHABLE');
        return [school.record];
      },
      clock,
      keys: () => localKeys(school.jwks),
    });
    const header = `Bearer ${await school.sign()}`;
    await authenticator.authenticate(header);
    reachable = false;
    clock.advance(2);
    const refused = authenticator.authenticate(header);
    await expect(refused).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    reachable = true;
    await expect(authenticator.authenticate(header)).resolves.toBeDefined();
  });

  test.each([
    ['profile', { profile: 'NHS' }],
    ['algorithms', { algorithms: ['ES256', 'HS256'] }],
    ['algorithms', { algorithms: ['none'] }],
    ['algorithms', { algorithms: [] }],
    ['audience', { audience: '' }],
    ['jwksUri', { jwksUri: 'http://sign-in.school.example/jwks' }],
    ['jwksUri', { jwksUri: 'file:///etc/passwd' }],
    ['url', { url: 'https://sign-in.school.example', jwksUri: 'not an address' }],
  ])('when an issuer’s %s is not valid, for that issuer only', async (field, change) => {
    const police = await testIssuer('police', 'https://sign-in.police.example');
    const gate = gateFor([school, police]);
    gate.records = [{ ...school.record, ...change }, police.record];
    await expect(gate.admit(await school.sign())).rejects.toMatchObject({
      code: 'ISSUER_RECORD_INVALID',
      logged: { issuer: 'school', fields: field === 'url' ? 'jwksUri' : field },
    });
    await expect(gate.admit(await police.sign())).resolves.toMatchObject({ issuerId: 'police' });
  });
});

test('the registry is read from access.issuer', async () => {
  const { jwksUri, ...rest } = school.record;
  const statements: string[] = [];
  const read = await loadIssuers({
    run: async <Row extends object>({ text }: { readonly text: string }) => {
      statements.push(text);
      return [{ ...rest, jwks_uri: jwksUri }] as unknown as readonly Row[];
    },
  });
  expect(read).toEqual([school.record]);
  expect(statements).toEqual([
    'select id, url, profile, audience, jwks_uri, algorithms from access.issuer order by id',
  ]);
});
