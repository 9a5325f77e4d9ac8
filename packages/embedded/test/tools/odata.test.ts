import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { expectRefused, tool } from './tool.ts';

const { ines, grace } = cast.practitioners;

describe('OData', () => {
  let database: CountyDatabase;
  let gate: Gate;
  beforeAll(async () => {
    database = await countyDatabase();
    gate = await gateFor(database);
  });
  afterAll(async () => {
    await gate?.close();
    await database?.drop();
  });

  const odata = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    tool(gate, `odata/v4/${path}`, { as: ines }, headers);
  const rows = async (path: string): Promise<readonly Answered[]> => {
    const { status, text, json } = await odata(path);
    expect(status, text).toBe(200);
    return json.value;
  };

  test('lists a table for each indicator and each dimension, and describes their columns', async () => {
    const service = await odata('');
    expect(service.headers.get('odata-version')).toBe('4.0');
    const names = service.json.value.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Episodes', 'TeamAroundFamily', 'WardMembers', 'Publications']),
    );
    expect(service.json['@odata.context']).toBe(`${gate.url}/reporting/odata/v4/$metadata`);
    const { text, headers } = await odata('$metadata');
    expect(headers.get('content-type')).toContain('application/xml');
    for (const name of names) expect(text).toContain(`<EntitySet Name="${name}"`);
    expect(text).toContain('<Property Name="periodStart" Type="Edm.DateTimeOffset"');
    for (const record of ['Person', 'Family', 'givenName', 'Episode"'])
      expect(text).not.toContain(`Name="${record}`);
  });

  test('has every cell of an indicator as a row, as its GraphQL tells of it', async () => {
    const query = `{ indicators { id cuts } }`;
    const { body } = await gate.ask(ines, query, { path: '/reporting/graphql', purpose: null });
    const { cuts } = body.data.indicators.find(({ id }: { id: string }) => id === 'EPISODES');
    const told = new Map<string, Answered>();
    for (const grain of ['MONTH', 'QUARTER', 'YEAR'])
      for (const by of cuts) {
        const table = `{ indicator(id: EPISODES, grain: ${grain}, by: [${by.join(', ')}]) { cells { cellKey value symbol members { code } } } }`;
        const answer = await gate.ask(ines, table, { path: '/reporting/graphql', purpose: null });
        for (const cell of answer.body.data.indicator.cells) told.set(cell.cellKey, cell);
      }
    const found = await allRows('odata/v4/Episodes');
    expect(found.length).toBe(told.size);
    expect(found.some(({ value }) => value !== null && value > 0)).toBe(true);
    for (const { cellKey, value, symbol, isTotal, ...row } of found) {
      const cell = told.get(cellKey);
      expect([value, symbol, isTotal]).toEqual([
        cell.value,
        cell.symbol,
        cell.members.length === 0,
      ]);
      expect((value === null) !== (symbol === null)).toBe(true);
      const codes = cell.members.map(({ code }: { code: string }) => code);
      expect(Object.values(row)).toEqual(expect.arrayContaining(codes));
    }
  });

  async function allRows(path: string): Promise<readonly Answered[]> {
    const found: Answered[] = [];
    let next: string | undefined = path;
    while (next !== undefined) {
      const { json } = await tool(gate, next, { as: ines }, { prefer: 'odata.maxpagesize=700' });
      found.push(...json.value);
      next = json['@odata.nextLink'];
    }
    return found;
  }

  test('reads the periods that an incremental refresh asks for, and no others', async () => {
    const between = 'periodStart ge 2026-03-01T00:00:00Z and periodStart lt 2026-05-01T00:00:00Z';
    const filter = encodeURIComponent(`grain eq 'MONTH' and ${between}`);
    const found = await rows(`Episodes?$filter=${filter}&$select=periodStart`);
    const starts = new Set(found.map(({ periodStart }) => periodStart));
    expect([...starts]).toEqual(['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z']);
  });

  test('finds a row by its key, and none by another', async () => {
    const [row] = await rows('Episodes?$top=1');
    const key = encodeURIComponent(row.cellKey);
    const { json } = await odata(`Episodes('${key}')`);
    expect(json).toMatchObject({ ...row, '@odata.context': expect.stringContaining('/$entity') });
    expectRefused(await odata("Episodes('nothing')"), 404, 'ROW_UNKNOWN');
    expectRefused(await odata('People'), 404, 'ROW_UNKNOWN');
  });

  test('counts, orders, groups and pages', async () => {
    const total = await odata('Episodes/$count?$filter=isTotal');
    const page = await odata('Episodes?$filter=isTotal&$count=true&$top=3&$orderby=value desc');
    expect(page.json['@odata.count']).toBe(Number(total.text));
    expect(page.json.value.length).toBe(3);
    const apply =
      "filter(isTotal and grain eq 'MONTH')/groupby((measure),aggregate(value with max as most))";
    const grouped = await rows(`Episodes?$apply=${encodeURIComponent(apply)}`);
    expect(grouped.length).toBeGreaterThan(1);
    const sum = 'aggregate(value with sum as all)';
    expectRefused(
      await odata(`Episodes?$apply=${encodeURIComponent(sum)}`),
      400,
      'SUM_NOT_OF_ONE_KIND',
    );
  });

  test('tells the members of a dimension with the official codes of areas, and what was published', async () => {
    const wards = await rows('WardMembers');
    expect(wards.some(({ officialCode }) => /^E05\d{6}$/.test(officialCode ?? ''))).toBe(true);
    const [publication] = await rows('Publications?$orderby=periodStart desc&$top=1');
    expect(publication).toMatchObject({ citation: expect.stringContaining(publication.digest) });
    const indicators = await rows('Indicators');
    expect(indicators.map(({ table }) => table)).toContain('Episodes');
    expect((await rows("Measures?$filter=indicator eq 'EPISODES'")).length).toBeGreaterThan(1);
  });

  test('says by a tag whether an answer still holds, and asks again who may read it', async () => {
    const first = await odata('Episodes?$top=1');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const again = await odata('Episodes?$top=1', { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await odata('Episodes?$top=2', { 'if-none-match': etag })).status).toBe(200);
    const other = await tool(
      gate,
      'odata/v4/Episodes?$top=1',
      { as: grace },
      { 'if-none-match': etag },
    );
    expectRefused(other, 403, 'CONTRACT_NOT_PERMITTED');
  });

  test('is for one purpose, which an address may name', async () => {
    const at = (purpose: string) => tool(gate, `for/${purpose}/odata/v4/Episodes?$top=1`);
    const named = await at('PLANNING_AND_REPORTING');
    expect(named.json['@odata.context']).toContain(
      '/reporting/for/PLANNING_AND_REPORTING/odata/v4/$metadata',
    );
    expectRefused(await at('TRACK_OUTCOMES'), 403, 'PURPOSE_NOT_PERMITTED');
    expectRefused(await at('NOSINESS'), 400, 'PURPOSE_UNKNOWN');
  });

  test('refuses practitioners, whoever is not signed in, and what it does not serve, by the question alone', async () => {
    for (const path of ['', '$metadata', 'Episodes', 'Episodes?$expand=x', 'Nothing'])
      expectRefused(
        await tool(gate, `odata/v4/${path}`, { as: grace }),
        403,
        'CONTRACT_NOT_PERMITTED',
      );
    const stranger = await tool(gate, 'odata/v4/Episodes', null);
    expectRefused(stranger, 401, 'TOKEN_MISSING');
    expect(stranger.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expectRefused(await odata('Episodes?$expand=x'), 501, 'QUERY_OPTION_UNSUPPORTED');
    expectRefused(await odata('Episodes?$filter=nobody eq 1'), 400, 'QUERY_OPTION_INVALID');
    expectRefused(
      await odata('Episodes', { 'odata-maxversion': '3.0' }),
      501,
      'QUERY_OPTION_UNSUPPORTED',
    );
  });

  test('calls itself by the address that tools reach it at, and tells a stock connector where its user signs in', async () => {
    const tools = {
      publicUrl: 'https://postern.county.example/gate',
      authorizationUri: 'https://login.example/tenant/oauth2/authorize',
    };
    const other = await gateFor(database, { tools });
    try {
      const forwarded = { prefer: 'odata.maxpagesize=1', 'x-forwarded-host': 'elsewhere.example' };
      const { json } = await tool(other, 'odata/v4/Episodes?$top=2', undefined, forwarded);
      const root = `${tools.publicUrl}/reporting/odata/v4/`;
      expect(json['@odata.context']).toBe(`${root}$metadata#Episodes`);
      expect(json['@odata.nextLink'].startsWith(`${root}Episodes?`)).toBe(true);
      for (const authorization of [null, { authorization: 'Bearer' }]) {
        const { headers, status } = await tool(other, 'odata/v4/', authorization);
        expect([status, headers.get('www-authenticate')]).toEqual([
          401,
          expect.stringContaining(`Bearer authorization_uri="${tools.authorizationUri}", `),
        ]);
      }
    } finally {
      await other.close();
    }
  });
});
