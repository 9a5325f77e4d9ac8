import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { carriedOut } from '../machines/commands.ts';
import { signToken } from '../signing.ts';
import { madeKey, madeService, tool } from './tool.ts';

const okafor = cast.families.okafor.episodes.current;
const CLIENT = 'nightly-dashboard';
/** Of records, by whatever way they are reached. */
const RECORDS = [
  '{ episodes { totalCount } }',
  `{ episode(reference: "${okafor.reference}") { id } }`,
  '{ people { id } }',
  `{ _entities(representations: [{ __typename: "Episode", id: "${okafor.id}" }]) { __typename } }`,
  '{ me { id } }',
];

const OF_SUBGRAPHS = [
  [
    'families',
    `{ _entities(representations: [{ __typename: "Family", id: "${cast.families.okafor.id}" }]) { __typename } }`,
  ],
  ['episodes', '{ episodes { totalCount } }'],
  ['partners', '{ me { id } }'],
] as const;
/** A service has no account of its own, a key is nothing here, records are for no such purpose, and some are asked for nowhere. */
const NOBODY_HERE = [
  'ACCOUNT_UNKNOWN',
  'TOKEN_MISSING',
  'PURPOSE_UNKNOWN',
  'GRAPHQL_VALIDATION_FAILED',
];

describe.each(['key', 'service'] as const)('a %s of a reporting tool', (kind) => {
  let database: CountyDatabase;
  let gate: Gate;
  let authorization: string;
  beforeAll(async () => {
    database = await countyDatabase();
    gate = await gateFor(database);
    if (kind === 'key') authorization = `Basic ${btoa(`:${(await madeKey(gate)).key}`)}`;
    else {
      carriedOut(await madeService(gate, CLIENT));
      const signed = { multiFactor: true, now: COUNTY_NOW, clientId: CLIENT };
      authorization = `Bearer ${await signToken(CLIENT, signed)}`;
    }
  });
  afterAll(async () => {
    await gate?.close();
    await database?.drop();
  });

  async function asks(url: string, query: string, purpose: string): Promise<Answered> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'purpose-of-use': purpose },
      body: JSON.stringify({ query }),
    });
    return response.json();
  }
  const atReporting = (query: string) =>
    asks(`${gate.url}/reporting/graphql`, query, 'PLANNING_AND_REPORTING');

  test('reads the protected numbers', async () => {
    const { data } = await atReporting('{ indicators { id } }');
    expect(data.indicators.length).toBe(15);
    expect((await tool(gate, 'odata/v4/Episodes?$top=1', { authorization })).status).toBe(200);
  });

  test('finds no type of a record in the schema that it reads', async () => {
    const { data } = await atReporting('{ __schema { types { name fields { name } } } }');
    const types: readonly Answered[] = data.__schema.types;
    const names = types.map(({ name }) => name).filter((name) => !name.startsWith('__'));
    expect(names).toContain('IndicatorTable');
    const { body } = await gate.ask(
      cast.practitioners.grace,
      '{ __schema { types { name fields { name } } } }',
    );
    const ofRecords: readonly Answered[] = body.data.__schema.types;
    const records = ofRecords.filter(({ fields }) =>
      fields?.some(({ name }: { name: string }) => name === 'withheld'),
    );
    expect(records.map(({ name }) => name)).toEqual(expect.arrayContaining(['Person', 'Episode']));
    const shared = records.map(({ name }) => name).filter((name) => names.includes(name));
    expect(shared).toEqual([]);
    for (const { name, fields } of types)
      for (const field of fields ?? [])
        expect(`${name}.${field.name}`).not.toMatch(/family|person|givenName|dateOfBirth|nhs/i);
  });

  test('reads no record, whatever it asks and wherever', async () => {
    for (const query of RECORDS) {
      const { data, errors } = await atReporting(query);
      expect([query, data ?? null]).toEqual([query, null]);
      expect(errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      for (const purpose of ['UNDERSTAND_NEEDS', 'PLANNING_AND_REPORTING']) {
        const refused = await asks(`${gate.url}/graphql`, query, purpose);
        expect([query, refused.data ?? null]).toEqual([query, null]);
        expect(NOBODY_HERE).toContain(refused.errors[0].extensions.code);
      }
    }
  });

  test('reads none of a subgraph either, where it is reached past the gateway', async () => {
    for (const [name, query] of OF_SUBGRAPHS) {
      const url = gate.subgraphs.get(name);
      if (url === undefined) continue;
      const { data, errors } = await asks(`${url}/graphql`, query, 'UNDERSTAND_NEEDS');
      expect([name, Object.values(data ?? {}).flat()]).toEqual([name, []]);
      expect(NOBODY_HERE).toContain(errors[0].extensions.code);
    }
    expect(gate.subgraphs.size).toBe(gate.shape === 'services' ? 4 : 0);
  });

  test('finds no table of records among those that tools read', async () => {
    for (const table of ['People', 'Families', 'Person', 'Family', 'EpisodeRecords', '_entities'])
      expect((await tool(gate, `odata/v4/${table}`, { authorization })).status).toBe(404);
  });
});
