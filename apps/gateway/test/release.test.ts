import type { ReleaseRecord } from '@postern/ledger';
import { afterEach, describe, expect, test } from 'vitest';
import { casework } from './casework.ts';
import { federate } from './federation.ts';
import { GatewayUnderTest, ledgerInto } from './gateway-under-test.ts';

const QUERY = 'query Caseload { episodes(first: 2) { edges { node { ref: reference status } } } }';

let gateway: GatewayUnderTest | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

describe('the ledger', () => {
  test('gets one record per answer: who, what for, which operation, which coordinates', async () => {
    gateway = await GatewayUnderTest.start();
    const { body } = await gateway.ask(QUERY);
    expect(body.errors).toBeUndefined();
    expect(gateway.releases).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        at: new Date('2026-11-21T12:00:00Z'),
        contract: 'records',
        accountId: 'account-1',
        agencyId: 'agency-1',
        purpose: 'UNDERSTAND_NEEDS',
        policyVersions: [3],
        operationHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        operationName: 'Caseload',
        grants: [],
        justifications: [],
        persons: [],
        families: [],
        episodes: ['e1', 'e2'],
        // Episode.id was fetched too, but the client did not select it.
        coordinates: { 'Episode.reference': 2 },
        explained: [],
        told: [],
      },
    ]);
  });

  test.each([
    [
      'an interface',
      '{ node(id: "e1") { id ... on Episode { reference } } }',
      ['Episode.id', 'Episode.reference'],
    ],
    [
      'a union',
      '{ things { ... on Episode { reference } ... on Node { id } } }',
      ['Episode.id', 'Episode.reference'],
    ],
    [
      'a fragment',
      '{ episode(id: "e1") { ...F } } fragment F on Node { id ... on Episode { reference } }',
      ['Episode.id', 'Episode.reference'],
    ],
    [
      'a condition',
      '{ episode(id: "e1") { reference id @include(if: false) } }',
      ['Episode.reference'],
    ],
  ])('counts by object type what is selected through %s', async (_, query, coordinates) => {
    gateway = await GatewayUnderTest.start();
    await gateway.ask(query);
    expect(gateway.releases.map((release) => Object.keys(release.coordinates).sort())).toEqual([
      coordinates,
    ]);
  });

  test('is not asked when nothing about a person is released', async () => {
    gateway = await GatewayUnderTest.start();
    const { body } = await gateway.ask('{ status }');
    expect(body).toEqual({ data: { status: 'OPEN' } });
    expect(gateway.releases).toEqual([]);
  });

  test('that fails means no data', async () => {
    const ledger = {
      ...ledgerInto([]),
      record: () => Promise.reject(new Error('disk of secret full')),
    };
    gateway = await GatewayUnderTest.start({ ledger });
    const { status, body, text } = await gateway.ask(QUERY);
    expect(status).toBe(503);
    expect(body.data).toBeNull();
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(text).not.toMatch(/EH-|secret/);
    const metrics = await gateway.send('/metrics', {});
    expect(metrics.text).toContain('postern_ledger_failures_total 1');
    expect(metrics.text).toContain(
      'postern_requests_total{contract="records",code="LEDGER_UNAVAILABLE"} 1',
    );
  });

  test('is waited for: the answer leaves only after the record is committed', async () => {
    const commit = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<ReleaseRecord>();
    const ledger = {
      ...ledgerInto([]),
      record: (release: ReleaseRecord) => {
        asked.resolve(release);
        return commit.promise;
      },
    };
    gateway = await GatewayUnderTest.start({ ledger });
    let answered = false;
    const answer = gateway.ask(QUERY).then((given) => {
      answered = true;
      return given;
    });
    await asked.promise;
    // Other requests are answered meanwhile, so this one had every chance.
    for (let other = 0; other < 5; other += 1) await gateway.ask('{ status }');
    expect(answered).toBe(false);
    commit.resolve();
    expect((await answer).body.data).not.toBeNull();
  });
});

describe('what was withheld', () => {
  test('is summed up in extensions.access, and absent when there was none', async () => {
    const subgraphs = casework.map((subgraph) =>
      subgraph.name !== 'families'
        ? subgraph
        : {
            ...subgraph,
            execute: (request: {
              context: { manifest: { withheld(at: string, why: object): void } };
            }) => {
              const reason = { code: 'JUSTIFICATION_NEEDED', clause: 'X-1', remedy: 'Ask.' };
              request.context.manifest.withheld('Person.religion', reason);
              return Promise.resolve({ data: { family: { id: 'f1' } } });
            },
          },
    );
    gateway = await GatewayUnderTest.start({ records: federate(subgraphs as typeof casework) });
    const { body } = await gateway.ask('{ family(id: "f1") { id } }');
    expect(body.extensions).toEqual({
      access: [
        {
          coordinate: 'Person.religion',
          count: 1,
          code: 'JUSTIFICATION_NEEDED',
          clause: 'X-1',
          remedy: 'Ask.',
        },
      ],
    });
    expect((await gateway.ask('{ status }')).body).not.toHaveProperty('extensions');
  });
});
