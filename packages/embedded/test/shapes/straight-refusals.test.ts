import { cast } from '@postern/sample-county';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRefusal } from '../bad-input/plain-refusal.ts';
import type { Gate, OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, gateFor, openShape } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';
import { ISSUER_URL, signToken } from '../signing.ts';
import type { Straight } from './straight.ts';
import { askStraight } from './straight.ts';

const { grace, tom, ines } = cast.practitioners;
const { okafor } = cast.families;
const CASELOAD = '{ episodes(first: 3) { edges { node { reference } } } }';
const PERSON = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id givenName } } }`;

let open: OpenShape;
let production: Gate;
beforeAll(async () => {
  open = await openShape('services');
  production = await gateFor(open.database, { shape: 'services', production: true });
});
afterAll(async () => {
  await production?.close();
  await open?.close();
});

/** A refusal tells its code and nothing from inside, and nothing is recorded; the next good request is answered. */
async function refused(
  asked: Straight & { readonly subgraph?: string; readonly query?: string; readonly at?: Gate },
  status: number,
  code: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { subgraph = 'episodes', query = CASELOAD, at = open.gate, ...straight } = asked;
  let told: Readonly<Record<string, unknown>> = {};
  const rows = await recordedBy(open.database.owner, async () => {
    told = expectRefusal(
      await askStraight(at, subgraph, query, { who: grace, ...straight }),
      status,
      code,
    );
  });
  expect(rows).toEqual([]);
  expect((await askStraight(at, 'episodes', CASELOAD, { who: grace })).status).toBe(200);
  return told;
}

async function foreign(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  const now = Math.floor(COUNTY_NOW.getTime() / 1000);
  return new SignJWT({ client_id: 'postern-console', amr: ['pwd', 'otp'] })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test-key' })
    .setIssuer(ISSUER_URL)
    .setSubject(grace.subject)
    .setAudience('https://postern.example/api')
    .setIssuedAt(now)
    .setExpirationTime(now + 3600)
    .sign(privateKey);
}

const yesterday = new Date(COUNTY_NOW.getTime() - 86_400_000);

describe('a subgraph finds out itself who calls and what for', () => {
  test.each<[string, () => Promise<string> | null, string]>([
    ['no token', () => null, 'TOKEN_MISSING'],
    ['a token of another key', async () => `Bearer ${await foreign()}`, 'TOKEN_INVALID'],
    [
      'an expired token',
      async () => `Bearer ${await signToken(grace.subject, { multiFactor: true, now: yesterday })}`,
      'TOKEN_EXPIRED',
    ],
    [
      'one factor only',
      async () =>
        `Bearer ${await signToken(grace.subject, { multiFactor: false, now: COUNTY_NOW })}`,
      'MULTI_FACTOR_REQUIRED',
    ],
  ])('%s', async (_, authorization, code) => {
    await refused({ authorization: await authorization() }, 401, code);
  });

  test('no purpose, an unknown one, and one that is not for records', async () => {
    await refused({ purpose: null }, 400, 'PURPOSE_REQUIRED');
    await refused({ purpose: 'CURIOSITY' }, 400, 'PURPOSE_UNKNOWN');
    await refused({ purpose: 'PLANNING_AND_REPORTING' }, 400, 'PURPOSE_UNKNOWN');
  });

  test('an analyst is served counts, and a practitioner none', async () => {
    await refused({ who: ines }, 403, 'CONTRACT_NOT_PERMITTED');
    const counts = {
      subgraph: 'reporting',
      query: '{ episodeCounts { __typename } }',
      purpose: null,
    };
    await refused(counts, 403, 'CONTRACT_NOT_PERMITTED');
    const { subgraph, query, purpose } = counts;
    expect((await askStraight(open.gate, subgraph, query, { who: ines, purpose })).status).toBe(
      200,
    );
  });
});

describe('of a representation nothing is believed but its id', () => {
  const chidi = okafor.persons.chidi.id;
  const read = (who: Straight['who'], extra: object): ReturnType<typeof askStraight> =>
    askStraight(open.gate, 'families', PERSON, {
      ...(who === undefined ? {} : { who }),
      variables: { r: [{ __typename: 'Person', id: chidi, ...extra }] },
    });

  test('forged values change nothing', async () => {
    const forged = {
      givenName: 'Somebody',
      grants: [{ role: 'LEAD_PROFESSIONAL' }],
      episode: { status: 'OPEN' },
      withheld: [],
    };
    expect((await read(grace, forged)).text).toBe((await read(grace, {})).text);
    const kept = await read(cast.practitioners.callum, { ...forged, family: okafor.id });
    expect(kept.body.data._entities).toEqual([null]);
  });

  const any = (r: unknown): Straight & { subgraph: string; query: string } => ({
    subgraph: 'families',
    query: PERSON,
    variables: { r },
  });
  test.each<[string, unknown]>([
    ['a type that nobody knows', [{ __typename: 'Planet', id: chidi }]],
    ['a type without a key', [{ __typename: 'HealthCondition', id: chidi }]],
    ['a type of another subgraph', [{ __typename: 'Agency', id: chidi }]],
    ['a connection', [{ __typename: 'Query', id: chidi }]],
    ['a prototype', [{ __typename: '__proto__', id: chidi }]],
    ['no type', [{ id: chidi }]],
    ['an id that is a number', [{ __typename: 'Person', id: 5 }]],
    ['text', ['Person']],
  ])('%s is refused', async (_, r) => {
    await refused(any(r), 400, 'ARGUMENT_INVALID');
  });

  test('ids that are none are as ones that do not exist', async () => {
    for (const id of ["' OR 1=1 --", '\u0001', 'x'.repeat(10_000)]) {
      const { body } = await askStraight(open.gate, 'families', PERSON, {
        who: grace,
        variables: { r: [{ __typename: 'Person', id }] },
      });
      expect(body.data._entities).toEqual([null]);
    }
  });

  test('too many are refused', async () => {
    const many = Array.from({ length: 5_001 }, () => ({ __typename: 'Person', id: chidi }));
    expect(await refused(any(many), 400, 'QUERY_TOO_COSTLY')).toMatchObject({
      limit: 'representations',
    });
  });
});

describe('a bad value ends as a refusal at the edge, never inside', () => {
  test.each<[string, string, unknown, string]>([
    [
      'a day that is none',
      'query ($v: Date) { episodes(filter: { openedFrom: $v }) { totalCount } }',
      '2026-02-30',
      'BAD_USER_INPUT',
    ],
    [
      'a date that is an object',
      'query ($v: Date) { episodes(filter: { openedTo: $v }) { totalCount } }',
      { a: 1 },
      'BAD_USER_INPUT',
    ],
    [
      'text among levels',
      'query ($v: [Int!]) { episodes(filter: { levelOfNeed: $v }) { totalCount } }',
      ['4'],
      'BAD_USER_INPUT',
    ],
    [
      'an unknown status',
      'query ($v: [EpisodeStatus!]) { episodes(filter: { status: $v }) { totalCount } }',
      ['OPAN'],
      'BAD_USER_INPUT',
    ],
    [
      'a NUL',
      'query ($v: String!) { episode(reference: $v) { id } }',
      'EH\u0000',
      'ARGUMENT_INVALID',
    ],
    [
      'a page of none',
      'query ($v: Int) { episodes(first: $v) { totalCount } }',
      0,
      'ARGUMENT_INVALID',
    ],
    [
      'a page without end',
      'query ($v: Int) { episodes(first: $v) { totalCount } }',
      100_000,
      'ARGUMENT_INVALID',
    ],
    [
      'a cursor of nobody',
      'query ($v: String) { episodes(after: $v) { totalCount } }',
      'AAAA',
      'CURSOR_INVALID',
    ],
  ])('%s as a variable', async (_, query, v, code) => {
    await refused({ query, variables: { v } }, 400, code);
  });

  test.each([
    [
      '{ episodes(filter: { openedFrom: "2026-13-01" }) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['{ episode(reference: "EH\\u0000") { id } }', 'ARGUMENT_INVALID'],
    ['{ episodez { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ episodes(', 'GRAPHQL_PARSE_FAILED'],
    ['mutation { close }', 'BAD_REQUEST'],
    ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
    ['{ __proto__: episodes { totalCount } }', 'NAME_RESERVED'],
    [
      `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: episodes { totalCount }`).join(' ')} }`,
      'QUERY_TOO_COSTLY',
    ],
    [
      `{ episodes { totalCount } ${'#'.repeat(10)}\n ${'__typename '.repeat(2_100)} }`,
      'QUERY_TOO_COSTLY',
    ],
  ])('%s', async (query, code) => {
    await refused({ query }, 400, code);
  });

  test.each<[string, Straight, number, string]>([
    ['no JSON', { body: '{"query": ' }, 400, 'REQUEST_MALFORMED'],
    ['a batch', { body: `[${JSON.stringify({ query: CASELOAD })}]` }, 400, 'BAD_REQUEST'],
    ['a prototype', { body: '{"__proto__":{"query":"{ __typename }"}}' }, 400, 'REQUEST_MALFORMED'],
    ['text', { contentType: 'text/plain' }, 400, 'REQUEST_MALFORMED'],
    ['a form', { contentType: 'application/x-www-form-urlencoded' }, 400, 'REQUEST_MALFORMED'],
    [
      'two mebibytes',
      { body: JSON.stringify({ query: 'x'.repeat(2 ** 21) }) },
      413,
      'REQUEST_TOO_LARGE',
    ],
  ])('%s as a body', async (_, straight, status, code) => {
    await refused(straight, status, code);
  });

  test('a query by GET is at no address, whatever it calls its content', async () => {
    for (const contentType of ['application/json', 'text/plain', ''])
      await refused({ method: 'GET', contentType }, 404, 'NOT_FOUND');
  });

  test('another’s cursor opens nothing, one’s own opens the next page', async () => {
    const page =
      'query ($after: String) { episodes(first: 2, after: $after) { pageInfo { endCursor } } }';
    const mine = await askStraight(open.gate, 'episodes', page, { who: grace });
    const after = mine.body.data.episodes.pageInfo.endCursor as string;
    const next = await askStraight(open.gate, 'episodes', page, {
      who: grace,
      variables: { after },
    });
    expect(next.status).toBe(200);
    await refused({ query: page, who: tom, variables: { after } }, 400, 'CURSOR_INVALID');
  });

  test('and none of it was a fault, or told the log more than codes', () => {
    expect(open.gate.log.filter(({ event }) => event === 'FAULT')).toEqual([]);
    expect(JSON.stringify(open.gate.log)).not.toMatch(/eyJ|EH-0|OPAN|episodez/);
  });
});

describe('the schema of a subgraph', () => {
  const SCHEMA = '{ _service { sdl } __schema { queryType { name } } }';

  test('is shown to whoever may sign in, and to nobody else', async () => {
    const { body } = await askStraight(open.gate, 'families', SCHEMA, { who: grace });
    expect(body.data._service.sdl).toContain('type Person @key(fields: "id")');
    expect(body.data.__schema.queryType.name).toBe('Query');
    await refused(
      { subgraph: 'families', query: SCHEMA, authorization: null },
      401,
      'TOKEN_MISSING',
    );
  });

  test('is not shown in production, nor hinted at', async () => {
    for (const query of [
      SCHEMA,
      '{ _service { sdl } }',
      '{ __type(name: "Person") { name } }',
      '{ ...A } fragment A on Query { b: _service { sdl } }',
      '{ episodez { id } }',
    ]) {
      const { text } = await askStraight(production, 'episodes', query, { who: grace });
      expect(text).not.toMatch(/Did you mean|"sdl":|"episodes"/);
      await refused({ at: production, query }, 400, 'GRAPHQL_VALIDATION_FAILED');
    }
  });
});
