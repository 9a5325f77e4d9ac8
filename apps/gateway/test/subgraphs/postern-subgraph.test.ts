import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { Fault } from '@postern/errors';
import { isFault, isRefusal } from '@postern/errors';
import { RecordingAssertions, ReleaseManifest } from '@postern/subgraph-kit';
import { expect, onTestFinished, test } from 'vitest';
import type { FetchContext } from '../../src/index.ts';
import { createPosternSubgraphs } from '../../src/index.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const EMPTY = {
  principal: null,
  policyVersions: [],
  grants: [],
  justifications: [],
  rows: [],
  referred: [],
  concerned: [],
  released: [],
  explained: [],
  told: [],
  notices: [],
};

async function serving(listener: RequestListener): Promise<URL> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/graphql`);
}

const answering = (status: number, body: unknown): Promise<URL> =>
  serving((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });

async function fetched(
  urls: readonly URL[],
  timeout = 5_000,
  mutates = false,
): Promise<{ readonly outcome: unknown; readonly context: FetchContext }> {
  const subgraphs = createPosternSubgraphs({
    addresses: [{ name: 'families', urls }],
    assertions: new RecordingAssertions(new Uint8Array(32)),
    clock: { now: () => NOW },
    timeout,
  });
  onTestFinished(() => subgraphs.close());
  const context: FetchContext = {
    caller: {
      issuerId: 'i',
      subject: 's',
      multiFactor: true,
      expiresAt: NOW,
      clientId: null,
    },
    purpose: 'SAFEGUARDING',
    authorization: 'Bearer token',
    manifest: new ReleaseManifest(),
  };
  const asked = { document: '{ a }', variables: { v: 1 }, context, mutates };
  const outcome = await subgraphs
    .executor('families')(asked)
    .catch((error: unknown) => error);
  return { outcome, context };
}

function faultOf(outcome: unknown): Pick<Fault, 'code' | 'logged'> | null {
  return isFault(outcome) ? { code: outcome.code, logged: outcome.logged } : null;
}

test('a fetch carries token, purpose and proof; its manifest is noted and taken off the answer', async () => {
  const seen: IncomingMessage[] = [];
  const url = await serving((request, response) => {
    seen.push(request);
    const released = [{ coordinate: 'Person.givenName', class: 'PERSONAL', count: 2 }];
    const rows = [
      { type: 'Person', ids: ['p1', 'p2'], id: { coordinate: 'Person.id', class: 'OPERATIONAL' } },
    ];
    const principal = { accountId: 'a', agencyId: 'g' };
    const manifest = { ...EMPTY, principal, policyVersions: [3], rows, released };
    response.end(JSON.stringify({ data: { a: 1 }, extensions: { manifest } }));
  });
  const { outcome, context } = await fetched([url]);
  expect(outcome).toEqual({ data: { a: 1 } });
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Bearer token',
    'purpose-of-use': 'SAFEGUARDING',
    'postern-recording': expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  });
  expect(context.manifest.summarise(new Set(['Person.id', 'Person.givenName']))).toMatchObject({
    policyVersions: [3],
    persons: ['p1', 'p2'],
    coordinates: { 'Person.id': 2, 'Person.givenName': 2 },
  });
});

test('a refusal crosses as itself, with its facts', async () => {
  const code = 'PURPOSE_NOT_PERMITTED';
  const extensions = { code, purposes: ['A', 'B'], remedy: 'r', urgent: 'u', odd: { a: 1 } };
  const { outcome } = await fetched([
    await answering(403, { errors: [{ message: 'm', extensions }] }),
  ]);
  expect(isRefusal(outcome) && [outcome.code, outcome.status, outcome.facts]).toEqual([
    code,
    403,
    { purposes: ['A', 'B'] },
  ]);
});

test.each([
  [
    'a fault crosses by its code',
    503,
    { errors: [{ message: 'secret', extensions: { code: 'DATABASE_UNREACHABLE', remedy: 'x' } }] },
    { code: 'DATABASE_UNREACHABLE', logged: { subgraph: 'families' } },
  ],
  [
    'what this gateway did wrong is no refusal of the client',
    401,
    { errors: [{ extensions: { code: 'ASSERTION_INVALID' } }] },
    { code: 'SUBGRAPH_FAILED', logged: { subgraph: 'families', reason: 'ASSERTION_INVALID' } },
  ],
  [
    'a code that nobody knows',
    400,
    { errors: [{ extensions: { code: 'odd code <b>' } }] },
    { code: 'SUBGRAPH_FAILED', logged: { subgraph: 'families', reason: 'UNKNOWN' } },
  ],
  [
    'errors beside data',
    200,
    { data: { a: 1 }, errors: [{}], extensions: { manifest: EMPTY } },
    { code: 'SUBGRAPH_FAILED', logged: { subgraph: 'families' } },
  ],
  [
    'data without a manifest',
    200,
    { data: { a: 1 } },
    { code: 'SUBGRAPH_ANSWER_INVALID', logged: { subgraph: 'families' } },
  ],
  [
    'a manifest that is none',
    200,
    { data: { a: 1 }, extensions: { manifest: { ...EMPTY, released: 'all' } } },
    { code: 'SUBGRAPH_ANSWER_INVALID', logged: { subgraph: 'families' } },
  ],
  [
    'a manifest without data',
    200,
    { extensions: { manifest: EMPTY } },
    { code: 'SUBGRAPH_ANSWER_INVALID', logged: { subgraph: 'families' } },
  ],
  [
    'text',
    200,
    'Not Found',
    { code: 'SUBGRAPH_FAILED', logged: { subgraph: 'families', reason: 'ANSWER_NOT_JSON' } },
  ],
  ['a redirection', 302, {}, { code: 'SUBGRAPH_FAILED', logged: { subgraph: 'families' } }],
])('%s', async (_, status, body, expected) => {
  const { outcome } = await fetched([await answering(status, body)]);
  expect(faultOf(outcome)).toEqual(expected);
});

test('one that never answers, and one that is not there', async () => {
  const silent = await serving(() => {});
  expect(faultOf((await fetched([silent], 50)).outcome)?.logged).toEqual({
    subgraph: 'families',
    reason: 'TIMED_OUT',
  });
  expect(faultOf((await fetched([])).outcome)?.logged).toEqual({
    subgraph: 'families',
    reason: 'UNREACHABLE',
  });
});

test('a process that breaks off is passed over for the next', async () => {
  const broken = await serving((request) => request.socket.destroy());
  const sound = await answering(200, { data: { a: 1 }, extensions: { manifest: EMPTY } });
  expect((await fetched([broken, sound])).outcome).toEqual({ data: { a: 1 } });
  expect(faultOf((await fetched([broken, broken])).outcome)?.code).toBe('SUBGRAPH_FAILED');
});

test('a mutation is sent to one process only, for one that broke off may have carried it out', async () => {
  let taken = 0;
  const broken = await serving((request) => request.socket.destroy());
  const sound = await serving((_, response) => {
    taken += 1;
    response.end(JSON.stringify({ data: { a: 1 }, extensions: { manifest: EMPTY } }));
  });
  const { outcome } = await fetched([broken, sound], 5_000, true);
  expect(faultOf(outcome)?.logged).toEqual({ subgraph: 'families', reason: 'UNREACHABLE' });
  expect(taken).toBe(0);
});
