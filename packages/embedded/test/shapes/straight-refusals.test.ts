import { cast } from '@postern/sample-county';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gate, OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, gateFor, openShape } from '../county-fixture.ts';
import { ISSUER_URL, signToken } from '../signing.ts';
import type { Straight } from './straight.ts';
import { askStraight } from './straight.ts';
import { expectRefused } from './straight-refused.ts';

const { grace, ines } = cast.practitioners;
const { okafor } = cast.families;
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
    await expectRefused(open, { authorization: await authorization() }, 401, code);
  });

  test('no purpose, an unknown one, and one that is not for records', async () => {
    await expectRefused(open, { purpose: null }, 400, 'PURPOSE_REQUIRED');
    await expectRefused(open, { purpose: 'CURIOSITY' }, 400, 'PURPOSE_UNKNOWN');
    await expectRefused(open, { purpose: 'PLANNING_AND_REPORTING' }, 400, 'PURPOSE_UNKNOWN');
  });

  test('an analyst is served counts, and a practitioner none', async () => {
    await expectRefused(open, { who: ines }, 403, 'CONTRACT_NOT_PERMITTED');
    const counts = {
      subgraph: 'reporting',
      query: '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { __typename } }',
      purpose: null,
    };
    await expectRefused(open, counts, 403, 'CONTRACT_NOT_PERMITTED');
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
    await expectRefused(open, any(r), 400, 'ARGUMENT_INVALID');
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
    expect(await expectRefused(open, any(many), 400, 'QUERY_TOO_COSTLY')).toMatchObject({
      limit: 'representations',
    });
  });
});

describe('the schema of a subgraph', () => {
  const SCHEMA = '{ _service { sdl } __schema { queryType { name } } }';

  test('is shown to whoever may sign in, and to nobody else', async () => {
    const { body } = await askStraight(open.gate, 'families', SCHEMA, { who: grace });
    expect(body.data._service.sdl).toContain('type Person @key(fields: "id")');
    expect(body.data.__schema.queryType.name).toBe('Query');
    await expectRefused(
      open,
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
      await expectRefused(open, { at: production, query }, 400, 'GRAPHQL_VALIDATION_FAILED');
    }
  });
});
