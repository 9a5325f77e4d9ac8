import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { PROJECT, textUnder, tmdl, tmdlTables } from './tmdl.ts';
import { tool } from './tool.ts';

const TABLES = tmdlTables();
const CELLS = TABLES.filter(({ policy }) => policy !== null);
const TYPES: Readonly<Record<string, string>> = {
  'Edm.String': 'string',
  'Edm.Boolean': 'boolean',
  'Edm.Decimal': 'double',
  'Edm.DateTimeOffset': 'dateTime',
};
/** None of them adds anything up. */
const FUNCTIONS = ['COUNTROWS', 'FILTER', 'FORMAT', 'IF', 'ISBLANK', 'ISFILTERED', 'MAXX'];

describe('the project for Power BI', () => {
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

  test('has the tables and columns that the service has, each of its type', async () => {
    const { text } = await tool(gate, 'odata/v4/$metadata');
    const served = new Map(
      [...text.matchAll(/<EntityType Name="(\w+)Row">([\s\S]*?)<\/EntityType>/g)].map(
        ([, name, body = '']) => [
          name,
          new Map(
            [...body.matchAll(/<Property Name="(\w+)" Type="([\w.]+)"/g)].map(
              ([, column, type = '']) => [column, TYPES[type]],
            ),
          ),
        ],
      ),
    );
    expect(served.size).toBeGreaterThan(15);
    expect(
      new Map(
        TABLES.map(({ name, columns }) => [
          name,
          new Map(
            [...columns].map(([column, [type = '']]) => [column, type.replace('dataType: ', '')]),
          ),
        ]),
      ),
    ).toEqual(served);
    const refs = tmdl('model.tmdl').flatMap(
      ({ text: line }) => /^ref table (\w+)$/.exec(line)?.[1] ?? [],
    );
    expect(refs.toSorted()).toEqual([...served.keys()].toSorted());
  });

  test('relates every cut to the members that it has', () => {
    const columns = new Set(
      TABLES.flatMap(({ name, columns: each }) =>
        [...each.keys()].map((column) => `${name}.${column}`),
      ),
    );
    const ends = tmdl('relationships.tmdl').flatMap(({ under }) =>
      under.map(({ text }) => text.replace(/^(from|to)Column: /, '')),
    );
    expect(ends.length).toBeGreaterThan(40);
    expect(ends.filter((end) => !columns.has(end))).toEqual([]);
  });

  test('never adds cells up: a measure reads one cell, and no column is summarised by itself', () => {
    expect(CELLS.length).toBe(15);
    for (const { name, measures } of CELLS) {
      expect([...measures.keys()]).toEqual([`${name} value`, `${name} shown`]);
      for (const expression of measures.values()) {
        const used = [...expression.matchAll(/\b([A-Z][A-Z0-9.]+) \(/g)].map(([, each]) => each);
        expect([...new Set(used)].filter((each) => !FUNCTIONS.includes(each ?? ''))).toEqual([]);
        expect(expression).toMatch(/RETURN\nIF \( COUNTROWS \( cells \) = 1, /);
        expect(expression).not.toMatch(/[^&]&[^&]|[+*/]|(?<!\w)-(?!\w)/);
      }
    }
    for (const { columns } of TABLES)
      for (const lines of columns.values()) expect(lines).toContain('summarizeBy: none');
    expect(textUnder(tmdl('model.tmdl')[0])).toContain('discourageImplicitMeasures');
  });

  test('asks for the periods of a partition and no others, so that each cell is in one', async () => {
    const [table] = CELLS.filter(({ name }) => name === 'Episodes');
    const policy = textUnder(table?.policy ?? undefined);
    for (const line of ['incrementalGranularity: month', 'rollingWindowGranularity: year'])
      expect(policy).toContain(line);
    for (const { name, query, policy: own } of CELLS) {
      expect(textUnder(own ?? undefined)).toContain(query);
      expect(query).toContain(`Name = "${name}"`);
    }
    // What Power Query makes of its last step that the service does, with the bounds that Power BI sets.
    const [, chosen = ''] =
      /Table\.SelectRows\(Rows, each (.*)\),\n/.exec(table?.query ?? '') ?? [];
    const folded = (from: string, until: string): string =>
      chosen
        .replaceAll(/\[(\w+)\]/g, '$1')
        .replace('>= From', `ge ${from}`)
        .replace('< Until', `lt ${until}`);
    expect(folded('A', 'B')).toBe('periodStart ge A and periodStart lt B');
    const starts = ['2025-12-01', '2026-01-01', '2026-02-01', '2026-04-01'];
    const bounds = starts.map((day) => `${day}T00:00:00Z`);
    const keys = async (from: string, until: string): Promise<readonly string[]> => {
      const filter = encodeURIComponent(folded(from, until));
      const { json } = await tool(gate, `odata/v4/Episodes?$filter=${filter}&$select=cellKey`);
      return json.value.map(({ cellKey }: Answered) => cellKey);
    };
    const parts = [];
    for (const [at, from] of bounds.slice(0, -1).entries())
      parts.push(...(await keys(from, bounds[at + 1] ?? '')));
    expect(parts.length).toBeGreaterThan(1_000);
    expect(parts.toSorted()).toEqual(
      [...(await keys(bounds[0] ?? '', bounds.at(-1) ?? ''))].toSorted(),
    );
    expect(new Set(parts).size).toBe(parts.length);
  });

  test('holds no key and no address but the one that says to be replaced', () => {
    const expressions = readFileSync(
      join(PROJECT, 'Postern.SemanticModel/definition/expressions.tmdl'),
      'utf8',
    );
    expect(expressions.match(/https?:[^"]*/g)).toEqual([
      'https://postern.example/reporting/odata/v4/',
    ]);
    expect(JSON.stringify(TABLES)).not.toMatch(/prk_|https?:|key=/);
  });
});
