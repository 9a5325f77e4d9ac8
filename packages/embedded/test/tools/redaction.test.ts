import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { madeKey, tool } from './tool.ts';

describe('a key in an address', () => {
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

  const PATHS = [
    'odata/v4/',
    'odata/v4/$metadata',
    'odata/v4/Episodes?$top=3',
    'odata/v4/Episodes?$top=3&$count=true&$skip=1',
    "odata/v4/Episodes('nothing')",
    'odata/v4/Episodes?$filter=nobody eq 1',
    'odata/v4/Episodes?$expand=all',
    'odata/v4/Episodes?x=1',
    'odata/v4/Nothing',
    'odata/v4/Episodes/%ff',
    'csv/Episodes.csv?$top=3',
    'csv/Nothing.csv',
    'for/NOSINESS/odata/v4/',
    'graphql',
    'nowhere',
    '../',
    '../metrics',
    '../register',
  ];

  test('is in no answer, header, link, figure or log', async () => {
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        written.push(String(chunk));
        return true;
      });
    const { key, prefix } = await madeKey(gate);
    const secret = key.slice(prefix.length + 1);
    const told: string[] = [];
    try {
      for (const path of PATHS)
        for (const prefer of ['odata.maxpagesize=1', '']) {
          const shown = { key, by: 'URL' } as const;
          const { headers, text } = await tool(gate, path, shown, { prefer });
          told.push(path, text, JSON.stringify([...headers]));
        }
      const wrong = `${prefix}_${'x'.repeat(43)}`;
      await tool(gate, 'odata/v4/Episodes', { key: wrong, by: 'URL' });
      await tool(gate, `odata/v4/Episodes?%6Bey=${key}`, undefined);
    } finally {
      vi.restoreAllMocks();
    }
    expect(told.join('\n')).toContain('@odata.nextLink');
    const answers = told.join('\n');
    const log = JSON.stringify(gate.log);
    expect(log).toContain('KEY_INVALID');
    const figures = await (await fetch(`${gate.url}/metrics`)).text();
    expect(figures).toContain('KEY_INVALID');
    for (const [where, everything] of Object.entries({
      answers,
      log,
      figures,
      written: written.join(''),
    }))
      for (const part of [secret, prefix, btoa(`:${key}`)])
        expect(
          everything.includes(part),
          `${part === prefix ? 'beginning' : 'key'} in ${where}`,
        ).toBe(false);
  });

  test('is in no table, of which one keeps its beginning and a hash', async () => {
    const { key, prefix } = await madeKey(gate);
    for (const path of PATHS) await tool(gate, path, { key, by: 'URL' });
    const tables = await database.owner.run<{ name: string }>({
      text: `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      values: [],
    });
    expect(tables.length).toBeGreaterThan(100);
    const holding = async (part: string): Promise<readonly string[]> => {
      const rows = await database.owner.run<{ name: string }>({
        text: tables
          .map(
            ({ name }) =>
              `SELECT '${name}' AS name FROM ${name} held WHERE strpos(held::text, $1) > 0`,
          )
          .join(' UNION '),
        values: [part],
      });
      return rows.map(({ name }) => name).toSorted();
    };
    expect(await holding(key.slice(prefix.length + 1))).toEqual([]);
    expect(await holding(prefix)).toEqual([
      'partners.access_event',
      'partners.reporting_credential',
    ]);
  });

  test('is left out of a link to the next page, which opens with the key again and not without', async () => {
    const { key } = await madeKey(gate);
    const shows = { key, by: 'URL' } as const;
    const page = await tool(gate, 'odata/v4/Episodes?$top=3', shows, {
      prefer: 'odata.maxpagesize=2',
    });
    const link = page.json['@odata.nextLink'];
    expect((await tool(gate, link, null)).status).toBe(401);
    expect((await tool(gate, link, shows)).json.value.length).toBe(1);
  });
});
