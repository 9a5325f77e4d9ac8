import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '@postern/errors';
import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { createGateway } from '../src/index.ts';
import { aggregates, casework } from './casework.ts';
import { federate } from './federation.ts';
import { GatewayUnderTest, ledgerInto } from './gateway-under-test.ts';

let gateway: GatewayUnderTest | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

describe('the two contracts', () => {
  const types = '{ __schema { types { name } } }';
  const namesOf = (body: unknown): string[] =>
    (body as { data: { __schema: { types: { name: string }[] } } }).data.__schema.types.map(
      ({ name }) => name,
    );

  test('show each their own types only, without federation’s machinery', async () => {
    gateway = await GatewayUnderTest.start();
    const records = namesOf((await gateway.ask(types)).body);
    const reporting = namesOf((await gateway.ask(types, { path: '/reporting/graphql' })).body);
    expect(records).toEqual(expect.arrayContaining(['Episode', 'Person']));
    expect(records).not.toContain('MonthCount');
    expect(reporting).toContain('MonthCount');
    expect(
      reporting.filter((name) => ['Episode', 'Person', 'Family', 'Practitioner'].includes(name)),
    ).toEqual([]);
    expect(
      [...records, ...reporting].filter((name) => /^(join__|link__|_Any|_Entity)/.test(name)),
    ).toEqual([]);
  });

  test('answer the introspection query that tools send, and none that grows without end', async () => {
    gateway = await GatewayUnderTest.start();
    const tool = await gateway.ask(getIntrospectionQuery());
    expect(tool.body.errors).toBeUndefined();
    const chain = `${'ofType { '.repeat(20)} name ${'}'.repeat(20)}`;
    const deep = await gateway.ask(`{ __type(name: "Query") { ${chain} } }`);
    expect(deep.body.errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_DEEP',
      limit: 'introspectionDepth',
    });
    const broad = Array.from({ length: 9 }, (_, index) => `a${index}: __schema { ...S }`).join(' ');
    const many = `fragment S on __Schema { types { ...T } } fragment T on __Type { ${'name kind '.repeat(40)} }`;
    const wide = await gateway.ask(`{ ${broad} } ${many}`);
    expect(wide.body.errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      limit: 'introspectionFields',
    });
    const cyclic =
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';
    expect((await gateway.ask(cyclic)).status).toBe(400);
  });

  test('aggregates need no declared purpose, take any known one, and serve no records', async () => {
    gateway = await GatewayUnderTest.start();
    const path = '/reporting/graphql';
    const query = '{ episodesOpened { month count } }';
    const expected = { data: { episodesOpened: [{ month: '2026-10', count: 12 }] } };
    for (const purpose of [undefined, 'PLANNING_AND_REPORTING', 'SAFEGUARDING']) {
      const headers = { 'purpose-of-use': purpose };
      expect((await gateway.ask(query, { path, headers })).body).toEqual(expected);
    }
    const records = await gateway.ask('{ episode(id: "e1") { id } }', { path });
    expect(records.body.errors?.[0]?.extensions).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });

  test('a release of persons under aggregates goes no further', async () => {
    const leaking = federate([
      {
        ...aggregates[0],
        execute: ({ context: { manifest } }) => {
          manifest.identify({ accountId: 'a', agencyId: 'b', policyVersion: 1 });
          manifest.released('MonthCount.month', 'PERSONAL');
          return Promise.resolve({ data: { episodesOpened: [{ month: 'x', count: 1 }] } });
        },
      } as (typeof aggregates)[0],
    ]);
    const local = await createGateway({
      contracts: { records: federate(casework), reporting: leaking },
      authenticator: {
        authenticate: () =>
          Promise.resolve({
            issuerId: 'd',
            subject: 's',
            multiFactor: true,
            expiresAt: new Date(),
            clientId: null,
          }),
      },
      ledger: ledgerInto([]),
      clock: { now: () => new Date() },
      purposes: [],
      production: true,
      mounts: [],
      ready: () => Promise.resolve(),
      log: () => undefined,
    });
    const { url } = await local.listen(0);
    const response = await fetch(`${url}/reporting/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ episodesOpened { month } }' }),
    });
    const body = (await response.json()) as { data: unknown };
    await local.close();
    expect(response.status).toBe(500);
    expect(body.data).toBeNull();
  });
});

describe('beside GraphQL', () => {
  test('health: live always, ready when it is, with a code when not', async () => {
    let failure: Error | null = null;
    const ready = () => (failure === null ? Promise.resolve() : Promise.reject(failure));
    gateway = await GatewayUnderTest.start({ ready });
    expect((await gateway.send('/health/live', {})).status).toBe(200);
    expect((await gateway.send('/health/ready', {})).status).toBe(200);
    failure = new Fault('DATABASE_UNREACHABLE', { cause: new Error('secret') });
    const unready = await gateway.send('/health/ready', {});
    expect(unready.status).toBe(503);
    expect(JSON.parse(unready.text)).toEqual({ status: 'not ready', code: 'DATABASE_UNREACHABLE' });
    failure = new Error('secret');
    expect(JSON.parse((await gateway.send('/health/ready', {})).text)).toEqual({
      status: 'not ready',
      code: 'INTERNAL',
    });
  });

  test('metrics count by contract and outcome, and name nobody', async () => {
    gateway = await GatewayUnderTest.start();
    await gateway.ask('query Of_Jane_Doe { status }');
    await gateway.ask('{ statuss }');
    await gateway.ask('{ status }', { headers: { authorization: undefined } });
    await gateway.send('/graphql', {
      method: 'POST',
      body: '[',
      headers: { 'content-type': 'application/json' },
    });
    await gateway.send('/graphql?query=%7Bstatus%7D', {});
    const { text } = await gateway.send('/metrics', {});
    for (const code of [
      'OK',
      'GRAPHQL_VALIDATION_FAILED',
      'TOKEN_MISSING',
      'REQUEST_MALFORMED',
      'BAD_REQUEST',
    ]) {
      expect(text).toContain(`postern_requests_total{contract="records",code="${code}"} 1`);
    }
    expect(text).toContain('postern_request_seconds_count{contract="records"} 5');
    expect(text).not.toContain('Jane');
  });

  test('the log tells hash, name, code and time of a request; no token, variable or query', async () => {
    gateway = await GatewayUnderTest.start();
    await gateway.ask('query Named($id: ID!) { episode(id: $id) { id } }', {
      variables: { id: 'e-secret' },
    });
    const entry = gateway.logged.find(({ event }) => event === 'REQUEST');
    expect(entry).toEqual({
      event: 'REQUEST',
      contract: 'records',
      code: 'OK',
      status: 200,
      milliseconds: expect.any(Number),
      operationHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      operationName: 'Named',
    });
    expect(JSON.stringify(gateway.logged)).not.toMatch(/secret|Bearer|episode\(/);
  });

  test('the page at / says what this is, loads nothing, and carries strict headers', async () => {
    gateway = await GatewayUnderTest.start({
      urgentChannel: 'Call <0300> & ask.',
      production: true,
    });
    const { status, text, headers } = await gateway.send('/', {});
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Call &lt;0300&gt; &amp; ask.');
    expect(text).not.toMatch(/<script|src=|https?:/);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+';/);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });

  test('answers are not stored, sniffed or framed', async () => {
    gateway = await GatewayUnderTest.start();
    const { headers } = await gateway.ask('{ status }');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('a mount gets its requests whole, without the prefix in url and with it in originalUrl', async () => {
    const seen: [string | undefined, string | undefined, string][] = [];
    gateway = await GatewayUnderTest.start({
      mounts: [
        {
          prefix: '/identity',
          handler: (request: IncomingMessage & { originalUrl?: string }, response) => {
            let body = '';
            request.on('data', (chunk: Buffer) => (body += chunk.toString()));
            request.on('end', () => {
              seen.push([request.url, request.originalUrl, body]);
              response.end('mounted');
            });
          },
        },
      ],
    });
    const form = {
      method: 'POST',
      body: 'grant_type=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    expect((await gateway.send('/identity/token?a=1', form)).text).toBe('mounted');
    expect((await gateway.send('/identity', {})).text).toBe('mounted');
    expect((await gateway.send('/identity?b=2', {})).text).toBe('mounted');
    expect(seen).toEqual([
      ['/token?a=1', '/identity/token?a=1', 'grant_type=x'],
      ['/', '/identity', ''],
      ['/?b=2', '/identity?b=2', ''],
    ]);
    expect((await gateway.send('/identityx', {})).status).toBe(404);
  });
});

describe('starting and stopping', () => {
  test('a port in use is told plainly', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
    const { port } = other.address() as AddressInfo;
    const blocked = await createGateway({
      contracts: { records: federate(casework), reporting: federate(aggregates) },
      authenticator: { authenticate: () => Promise.reject(new Error('unused')) },
      ledger: ledgerInto([]),
      clock: { now: () => new Date() },
      purposes: [],
      production: false,
      mounts: [],
      ready: () => Promise.resolve(),
      log: () => undefined,
    });
    await expect(blocked.listen(port)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      logged: { port },
    });
    await blocked.close();
    await new Promise((resolve) => other.close(resolve));
  });

  test('closing answers what is under way first, then takes nothing more', async () => {
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const ledger = {
      ...ledgerInto([]),
      record: () => {
        begun.resolve();
        return finish.promise;
      },
    };
    const closing = await GatewayUnderTest.start({ ledger });
    const answer = closing.ask('{ episode(id: "e1") { reference } }');
    await begun.promise;
    const closed = closing.close();
    finish.resolve();
    expect((await answer).body.data).toEqual({ episode: { reference: 'EH-e1' } });
    await closed;
    await expect(closing.ask('{ status }')).rejects.toThrow();
  });
});
