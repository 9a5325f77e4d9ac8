import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isFault } from '@postern/errors';
import type { JSONWebKeySet } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Authenticator } from '../src/authenticator.ts';
import { createAuthenticator } from '../src/authenticator.ts';
import type { RemoteKeyTimes } from '../src/keys.ts';
import { remoteKeys } from '../src/keys.ts';
import type { TestIssuer } from './issuing.ts';
import { TestClock, testIssuer } from './issuing.ts';

let server: Server;
let address: string;
let answer: RequestListener;
let fetches: number;

beforeEach(async () => {
  fetches = 0;
  server = createServer((request, response) => {
    fetches += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function serving(jwks: JSONWebKeySet): RequestListener {
  return (_, response) => {
    response.setHeader('content-type', 'application/jwk-set+json').end(JSON.stringify(jwks));
  };
}

function trusting(issuer: TestIssuer, times: Partial<RemoteKeyTimes> = {}): Authenticator {
  return createAuthenticator({
    issuers: async () => [issuer.record],
    clock: new TestClock(),
    keys: ({ jwksUri }) => remoteKeys(jwksUri, times),
  });
}

const issuerNamed = (id: string): Promise<TestIssuer> => testIssuer(id, address, `${address}/jwks`);

describe('keys of a provider', () => {
  test('are fetched once and kept, without any being handed in', async () => {
    const issuer = await issuerNamed('school');
    answer = serving(issuer.jwks);
    const authenticator = createAuthenticator({
      issuers: async () => [issuer.record],
      clock: new TestClock(),
    });
    for (const jti of ['1', '2', '3']) {
      await authenticator.authenticate(`Bearer ${await issuer.sign({ jti })}`);
    }
    expect(fetches).toBe(1);
  });

  test('may rotate: the new key is found, the withdrawn one is not', async () => {
    const before = await issuerNamed('before');
    const after = await issuerNamed('after');
    answer = serving(before.jwks);
    const authenticator = trusting(before, { cooldown: 0 });
    await authenticator.authenticate(`Bearer ${await before.sign({ jti: 'first' })}`);

    answer = serving(after.jwks);
    await expect(authenticator.authenticate(`Bearer ${await after.sign()}`)).resolves.toMatchObject(
      { issuerId: 'before' },
    );
    await expect(
      authenticator.authenticate(`Bearer ${await before.sign({ jti: 'second' })}`),
    ).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  test('are not fetched again and again for key ids that do not exist', async () => {
    const issuer = await issuerNamed('school');
    answer = serving(issuer.jwks);
    const authenticator = trusting(issuer);
    for (const kid of ['a', 'b', 'c', 'd']) {
      const token = await issuer.sign({}, { kid });
      await expect(authenticator.authenticate(`Bearer ${token}`)).rejects.toMatchObject({
        code: 'TOKEN_INVALID',
      });
    }
    expect(fetches).toBe(1);
  });
});

describe('a provider that cannot be asked lets no one in', () => {
  const failures: readonly (readonly [string, RequestListener])[] = [
    ['fails', (_, response) => response.writeHead(503).end()],
    ['redirects', (_, response) => response.writeHead(302, { location: '/other' }).end()],
    ['answers with no JSON', (_, response) => response.end('<html>')],
    ['answers with no key set', (_, response) => response.end('{"keys":"none"}')],
    ['hangs up', (request) => request.socket.destroy()],
    ['does not answer', () => undefined],
  ];

  test.each(failures)('when it %s', async (_, failing) => {
    const issuer = await issuerNamed('school');
    answer = failing;
    const authenticator = trusting(issuer, { timeout: 200, failureCooldown: 0 });
    const token = await issuer.sign();
    const thrown: unknown = await authenticator
      .authenticate(`Bearer ${token}`)
      .catch((error: unknown) => error);
    expect(isFault(thrown) && thrown.code).toBe('PROVIDER_UNREACHABLE');

    answer = serving(issuer.jwks);
    await expect(authenticator.authenticate(`Bearer ${token}`)).resolves.toBeDefined();
  });

  test('when its key set, though valid, is larger than a key set can be', async () => {
    const issuer = await issuerNamed('school');
    const [key] = issuer.jwks.keys;
    answer = serving({ keys: key === undefined ? [] : [{ ...key, x5t: 'x'.repeat(300_000) }] });
    await expect(
      trusting(issuer).authenticate(`Bearer ${await issuer.sign()}`),
    ).rejects.toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });

  test('and is not asked again at once', async () => {
    const issuer = await issuerNamed('school');
    answer = (_, response) => response.writeHead(503).end();
    const authenticator = trusting(issuer, { failureCooldown: 60_000 });
    for (const jti of ['1', '2', '3']) {
      const token = await issuer.sign({ jti });
      await expect(authenticator.authenticate(`Bearer ${token}`)).rejects.toMatchObject({
        code: 'PROVIDER_UNREACHABLE',
      });
    }
    expect(fetches).toBe(1);
  });
});
