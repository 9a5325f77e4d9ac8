import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { CANARY, expectQuietLog, expectRefusal, send } from './plain-refusal.ts';

const { grace, ines, tom } = cast.practitioners;
const PAGE = 'edges { node { reference } }';

let database: CountyDatabase;
let gate: Gate;
let production: Gate;
beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  production = await gateFor(database, { production: true });
});
afterAll(async () => {
  await gate?.close();
  await production?.close();
  await database?.drop();
});

/** After any bad request the next good one is answered. */
async function expectStillServing(at: Gate = gate): Promise<void> {
  const good = await at.ask(grace, `{ episodes(first: 1) { ${PAGE} } }`);
  expect(good.status).toBe(200);
  expect(good.body.data.episodes.edges).toHaveLength(1);
}

async function headers(of: Gate = gate): Promise<Record<string, string>> {
  return {
    authorization: `Bearer ${await of.token(grace)}`,
    'content-type': 'application/json',
    'purpose-of-use': 'UNDERSTAND_NEEDS',
  };
}

const nested = (levels: number): string =>
  `{ me { ${'grants { practitioner { '.repeat(levels)} id ${'} }'.repeat(levels)} } }`;

const bodies: readonly (readonly [what: string, body: string, status: number, code: string])[] = [
  ['no JSON', `{"query": "${CANARY}`, 400, 'REQUEST_MALFORMED'],
  ['nothing', '', 400, 'REQUEST_MALFORMED'],
  ['JSON that is no object', '"{ me { id } }"', 400, 'BAD_REQUEST'],
  ['a batch', '[{"query":"{ me { id } }"},{"query":"{ me { id } }"}]', 400, 'BAD_REQUEST'],
  ['a prototype', '{"__proto__":{"query":"{ me { id } }"}}', 400, 'REQUEST_MALFORMED'],
  ['a query that is a number', '{"query":7}', 400, 'BAD_REQUEST'],
  ['variables that are text', '{"query":"{ me { id } }","variables":"x"}', 400, 'BAD_REQUEST'],
  [
    'a body of more than 768 KiB',
    JSON.stringify({ query: `{ episode(reference: "${'x'.repeat(1_000_000)}") { id } }` }),
    413,
    'REQUEST_TOO_LARGE',
  ],
  [
    'an operation of more than 256 KiB',
    JSON.stringify({ query: `{ episode(reference: "${'x'.repeat(300_000)}") { id } }` }),
    413,
    'REQUEST_TOO_LARGE',
  ],
];

test.each(bodies)('%s as a body', async (_, body, status, code) => {
  expectRefusal(await send(gate, { body, headers: await headers() }), status, code);
  await expectStillServing();
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  '',
])('content type "%s"', async (type) => {
  const sent = { ...(await headers()), 'content-type': type };
  const post = await send(gate, {
    body: new TextEncoder().encode('query={me{id}}'),
    headers: sent,
  });
  expect(post.status).toBeGreaterThanOrEqual(400);
  expect(post.status).toBeLessThan(500);
  const path = '/graphql?query=%7Bme%7Bid%7D%7D';
  const got = await send(gate, { method: 'GET', path, headers: sent });
  expect([200, 400, 415]).toContain(got.status);
  await expectStillServing();
});

const queries: readonly (readonly [what: string, query: string, code: string])[] = [
  ['a query that does not parse', `{ episodes(`, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ episodez { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown argument', `{ episodes(frist: 3) { ${PAGE} } }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown type', '{ ... on Epizode { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an enum that is none',
    `{ episodes(filter: { status: [OPAN] }) { ${PAGE} } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a date that is an object',
    `{ episodes(filter: { openedFrom: { a: 1 } }) { ${PAGE} } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '30 February',
    `{ episodes(filter: { openedTo: "2026-02-30" }) { ${PAGE} } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a mutation that there is not', 'mutation { close { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['too many levels', nested(9), 'QUERY_TOO_DEEP'],
  [
    'too many aliases',
    `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: me { id }`).join(' ')} }`,
    'QUERY_TOO_COSTLY',
  ],
  [
    'too much',
    `{ episodes(first: 100) { edges { node { ${Array.from({ length: 40 }, (_, n) => `n${n}: reason`).join(' ')} team { name jobTitle email phone agency { ${'name kind state '.repeat(60)} } } } } } }`,
    'QUERY_TOO_COSTLY',
  ],
  ['an alias __proto__', '{ __proto__: me { id } }', 'NAME_RESERVED'],
  ['first: 0', `{ episodes(first: 0) { ${PAGE} } }`, 'ARGUMENT_INVALID'],
  ['first: -1', `{ episodes(first: -1) { ${PAGE} } }`, 'ARGUMENT_INVALID'],
  ['first: 101', `{ episodes(first: 101) { ${PAGE} } }`, 'ARGUMENT_INVALID'],
  ['first: 1000000000', `{ episodes(first: 1000000000) { ${PAGE} } }`, 'ARGUMENT_INVALID'],
  [
    'a cursor of nobody',
    `{ episodes(after: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA") { ${PAGE} } }`,
    'CURSOR_INVALID',
  ],
  ['an empty cursor', `{ episodes(after: "") { ${PAGE} } }`, 'CURSOR_INVALID'],
  ['a NUL in a reference', '{ episode(reference: "EH\\u0000") { id } }', 'ARGUMENT_INVALID'],
];

test.each(queries)('%s', async (_, query, code) => {
  expectRefusal(await gate.ask(grace, query), 400, code);
  await expectStillServing();
});

const variables: readonly (readonly [type: string, value: unknown])[] = [
  ['Int', '5'],
  ['Int', 1.5],
  ['Int', 1e10],
  ['Int', CANARY],
  ['Date', CANARY],
  ['Date', '2026-13-45'],
  ['Date', 'infinity'],
  ['Date', 'now'],
  ['Date', '0000-01-01'],
  ['Date', ''],
  ['Date', 5],
  ['Date', ['2026-01-01']],
  ['Date', { constructor: 1 }],
  ['[EpisodeStatus!]', ['OPAN']],
  ['[EpisodeStatus!]', [null]],
  ['EpisodeFilter', { status: ['OPEN'], '\u0000': 1 }],
  ['EpisodeFilter', []],
];

test.each(variables)('a variable of type %s cannot be %j', async (type, value) => {
  const use =
    type === 'Int'
      ? 'first: $v'
      : type === 'EpisodeFilter'
        ? 'filter: $v'
        : `filter: { ${type === 'Date' ? 'openedFrom' : 'status'}: $v }`;
  const query = `query ($v: ${type}) { episodes(${use}) { ${PAGE} } }`;
  expectRefusal(await gate.ask(grace, query, { variables: { v: value } }), 400, 'BAD_USER_INPUT');
  await expectStillServing();
});

test.each([
  "EH-000001' OR '1'='1",
  "'; DROP TABLE episodes.episode; --",
  '\u202e\u0001',
  '%',
  '$1',
  '\\',
  'x'.repeat(200_000),
])('a hostile reference finds nothing, as one that does not exist', async (reference) => {
  const query = 'query ($r: String!) { episode(reference: $r) { id } }';
  const absent = await gate.ask(grace, query, { variables: { r: 'EH-999999' } });
  const hostile = await gate.ask(grace, query, { variables: { r: reference } });
  expect([hostile.status, hostile.text]).toEqual([200, absent.text]);
  await expectStillServing();
});

test('a NUL in a variable is refused before any statement', async () => {
  const query = 'query ($r: String!) { episode(reference: $r) { id } }';
  const answer = await gate.ask(grace, query, { variables: { r: `${CANARY}\u0000` } });
  const told = expectRefusal(answer, 400, 'ARGUMENT_INVALID');
  expect(told['expected']).toContain('NUL');
});

test('half of a surrogate pair is refused as what no store of text can look for', async () => {
  const query = 'query ($r: String!) { episode(reference: $r) { id } }';
  const answer = await gate.ask(grace, query, { variables: { r: `${CANARY}\ud800` } });
  const told = expectRefusal(answer, 400, 'ARGUMENT_INVALID');
  expect(told).toMatchObject({ argument: 'reference', expected: expect.stringContaining('half') });
  await expectStillServing();
});

test('someone else’s cursor opens nothing', async () => {
  const mine = await gate.ask(grace, '{ episodes(first: 1) { pageInfo { endCursor } } }');
  const after = mine.body.data.episodes.pageInfo.endCursor as string;
  const query = `query ($after: String) { episodes(after: $after) { ${PAGE} } }`;
  expect((await gate.ask(grace, query, { variables: { after } })).status).toBe(200);
  expectRefusal(await gate.ask(tom, query, { variables: { after } }), 400, 'CURSOR_INVALID');
});

test('names of prototypes are names like any other', async () => {
  const query = `query ($toString: String = "x", $constructor: Int) {
    constructor: me { toString: name } hasOwnProperty: episode(reference: $toString) { id }
    valueOf: episodes(first: $constructor) { ${PAGE} } }`;
  const answer = await gate.ask(grace, query);
  expect(answer.body.errors).toBeUndefined();
  expect(Object.keys(answer.body.data)).toEqual(['constructor', 'hasOwnProperty', 'valueOf']);
  expect(answer.body.data.constructor).toEqual({ toString: grace.name });
  expect(answer.body.data.hasOwnProperty).toBeNull();
});

test('a purpose is required, known and permitted, and each refusal names those that are', async () => {
  const query = '{ me { id } }';
  const missing = expectRefusal(
    await gate.ask(grace, query, { purpose: null }),
    400,
    'PURPOSE_REQUIRED',
  );
  expect(missing['purposes']).toContain('COORDINATE_SUPPORT');
  const unknown = await send(gate, {
    body: JSON.stringify({ query }),
    headers: { ...(await headers()), 'purpose-of-use': CANARY },
  });
  expect(expectRefusal(unknown, 400, 'PURPOSE_UNKNOWN')['purposes']).toContain('SAFEGUARDING');
  const aggregates = '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { __typename } }';
  const unfit = await gate.ask(ines, aggregates, {
    path: '/reporting/graphql',
    purpose: 'SAFEGUARDING',
  });
  expect(expectRefusal(unfit, 403, 'PURPOSE_NOT_PERMITTED')['purposes']).toEqual([
    'PLANNING_AND_REPORTING',
  ]);
});

test('each role is served its own contract only, and told where that is', async () => {
  const records = await gate.ask(ines, `{ episodes { ${PAGE} } }`);
  expect(expectRefusal(records, 403, 'CONTRACT_NOT_PERMITTED')['remedy']).toContain(
    '/reporting/graphql',
  );
  const counts = await gate.ask(
    grace,
    '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { __typename } }',
    {
      path: '/reporting/graphql',
      purpose: null,
    },
  );
  expectRefusal(counts, 403, 'CONTRACT_NOT_PERMITTED');
});

test('production suggests no names, shows no schema and refuses as plainly', async () => {
  const suggested = await gate.ask(grace, '{ episodez { id } }');
  expect(suggested.text).toContain('Did you mean');
  for (const query of [
    '{ episodez { id } }',
    `{ episodes(frist: 3) { ${PAGE} } }`,
    `{ episodes(filter: { status: [OPAN] }) { ${PAGE} } }`,
    '{ ... on Epizode { id } }',
    '{ __schema { types { name } } }',
  ]) {
    const answer = await production.ask(grace, query);
    expectRefusal(answer, 400, 'GRAPHQL_VALIDATION_FAILED');
    expect(answer.text).not.toMatch(/Did you mean|"episodes"|OPEN/);
  }
  const filter = await production.ask(
    grace,
    `query ($v: [EpisodeStatus!]) { episodes(filter: { status: $v }) { ${PAGE} } }`,
    { variables: { v: ['OPAN'] } },
  );
  expectRefusal(filter, 400, 'BAD_USER_INPUT');
  expect(filter.text).not.toMatch(/Did you mean/);
  await expectStillServing(production);
});

test('the log of all this holds codes and times, nothing that was asked or sent', () => {
  expectQuietLog(gate.log, 'EH-000001', 'DROP TABLE', grace.name, 'episodez');
  expectQuietLog(production.log, grace.name, 'episodez');
});
