import { cast } from '@postern/sample-county';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { expectRefused, tool } from './tool.ts';

const { grace } = cast.practitioners;

describe('files', () => {
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

  const MONTH = encodeURIComponent("grain eq 'MONTH' and isTotal");

  test('hold the same rows as OData, every cell with a number or a symbol', async () => {
    const csv = await tool(gate, `csv/Episodes.csv?$filter=${MONTH}`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="Episodes.csv"');
    expect(csv.text.endsWith('\r\n')).toBe(true);
    const odata = await tool(gate, `odata/v4/Episodes?$filter=${MONTH}`);
    const told = odata.json.value.map((row: Answered) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
    );
    expect(told.length).toBeGreaterThan(10);
    const read: readonly Answered[] = parse(csv.text, { columns: true });
    expect(read).toEqual(told);
    for (const { value, symbol } of read) expect((value === '') !== (symbol === '')).toBe(true);
  });

  test('begin with the mark of UTF-8 where it is asked for', async () => {
    const bytes = async (search: string) =>
      (await tool(gate, `csv/Indicators.csv${search}`)).headers.get('content-length');
    expect(Number(await bytes('?bom=true'))).toBe(Number(await bytes('')) + 3);
  });

  test('are described beside', async () => {
    const { headers } = await tool(gate, 'csv/Episodes.csv?$top=1');
    expect(headers.get('link')).toContain('<Episodes.csv-metadata.json>; rel="describedby"');
    const { json } = await tool(gate, 'csv/Episodes.csv-metadata.json');
    expect(json).toMatchObject({ url: 'Episodes.csv', tableSchema: { primaryKey: 'cellKey' } });
    const etag = headers.get('etag') ?? '';
    const again = await tool(gate, 'csv/Episodes.csv?$top=1', undefined, { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  test('are there for readers of protected numbers alone, and of nothing else', async () => {
    const other = await tool(gate, 'csv/Episodes.csv', { as: grace });
    expectRefused(other, 403, 'CONTRACT_NOT_PERMITTED');
    for (const path of ['csv/People.csv', 'csv/Episodes', 'csv/', 'csv/../../graphql.csv'])
      expect((await tool(gate, path)).status).toBe(404);
    expectRefused(await tool(gate, 'csv/Episodes.csv?separator=;'), 400, 'QUERY_OPTION_INVALID');
    const skips = await tool(gate, 'csv/Episodes.csv?$skiptoken=MC5h');
    expectRefused(skips, 501, 'QUERY_OPTION_UNSUPPORTED');
  });
});
