import { composeSupergraph } from '@postern/subgraph-kit';
import { scenario } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportingTypeDefs } from '../src/index.ts';
import { START_AND_STOP } from './database.ts';
import type { Cell, PublishedCounty } from './published-county.ts';
import { openPublishedCounty } from './published-county.ts';

let county: PublishedCounty;
beforeAll(async () => {
  county = await openPublishedCounty();
}, START_AND_STOP);
afterAll(() => county?.close(), START_AND_STOP);

describe('the subgraph', () => {
  test('answers with every cell of the lattice, each with a number or a symbol', async () => {
    const { cells } = await county.ask({ from: '2025-11', to: '2026-02' });
    expect(cells).toHaveLength(4 * 11 * 5);
    expect(new Set(cells.map(({ cellKey }) => cellKey)).size).toBe(cells.length);
    expect(cells.every(({ value, symbol }) => (value === null) !== (symbol === null))).toBe(true);
    expect(
      cells.filter((cell) => cell.periodStart < '2026').every(({ symbol }) => symbol === 'x'),
    ).toBe(true);
    expect(cells.filter(({ isTotal }) => isTotal).map(({ cellKey }) => cellKey)).toContain(
      'EPISODES/OPENED/MONTH/2026-01-01/ALL',
    );
  });

  test('cut by two, answers with the totals of both beside, and the same numbers as when cut by one', async () => {
    const by = async (...dimensions: string[]): Promise<readonly Cell[]> =>
      (await county.ask({ from: '2026-01', to: '2026-01', by: dimensions })).cells;
    const both = await by('AGENCY_KIND', 'LOCALITY');
    expect(both).toHaveLength(5 * (10 * 3 + 10 + 3 + 1));
    const values = new Map(both.map(({ cellKey, value, symbol }) => [cellKey, value ?? symbol]));
    for (const { cellKey, value, symbol } of [
      ...(await by('LOCALITY')),
      ...(await by('AGENCY_KIND')),
      ...(await by()),
    ])
      expect([cellKey, values.get(cellKey)]).toEqual([cellKey, value ?? symbol]);
    expect(both.filter(({ isTotal }) => !isTotal)).toHaveLength(5 * 10 * 3);
  });

  test('gives a rate of the protected count and the published population, where people live', async () => {
    const { cells } = await county.ask({ from: '2026-03', to: '2026-03', by: ['LOCALITY'] });
    expect(
      cells.filter(({ measure }) => measure === 'OPEN_AT_END').map(({ value }) => value),
    ).toEqual([25, 0, 35, 55]);
    expect(
      cells
        .filter(({ measure }) => measure === 'OPEN_AT_END_RATE')
        .map((cell) => cell.value ?? cell.symbol),
    ).toEqual([100, 0, 'z', 122.2]);
  });

  test.each([
    [{ from: '2026-13' }, 'from'],
    [{ to: 'last year' }, 'to'],
    [{ from: '2026-03', to: '2026-01' }, 'from'],
    [{ from: '1999-01', to: '2026-01' }, 'from'],
    [{ by: ['ETHNICITY'] }, 'by'],
    [{ by: ['LOCALITY', 'LOCALITY'] }, 'by'],
    [{ by: ['WARD', 'AGENCY_KIND'] }, 'by'],
  ])('refuses %j and names the argument', async (variables, argument) => {
    await expect(county.ask(variables)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      facts: { argument },
    });
  });

  test('refuses a month that is none when it is written in the document', async () => {
    const document = '{ indicator(id: EPISODES, from: "March") { publishedThrough } }';
    await expect(county.ask({}, document)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  test('composes by itself to a supergraph', () => {
    expect(composeSupergraph([county.subgraph])).toContain('IndicatorTable');
  });

  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'granted',
      that: 'an analyst in force gets the board’s counts',
    },
    async () => {
      expect((await county.ask()).cells.length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'denied',
      that: 'who is not admitted as an analyst gets nothing, and nothing is read for them',
    },
    async () => {
      const before = county.statements();
      county.admits(false);
      const answer = county.ask().finally(() => {
        county.admits(true);
      });
      await expect(answer).rejects.toMatchObject({ code: 'CONTRACT_NOT_PERMITTED' });
      expect(county.statements()).toBe(before);
    },
  );

  test('has no record type and no identifier in its schema', () => {
    const types = [...reportingTypeDefs.matchAll(/^type (\w+)/gm)].map(([, name]) => name);
    expect(types.toSorted()).toEqual([
      'CellMember',
      'DimensionMember',
      'DisclosureProfile',
      'IndicatorCell',
      'IndicatorDefinition',
      'IndicatorMeasure',
      'IndicatorTable',
      'Publication',
      'Query',
      'Withheld',
    ]);
    expect(reportingTypeDefs).not.toMatch(/\bID\b|@key\(/);
  });
});
