import { createHash } from 'node:crypto';
import { scenario } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EPISODES } from '../src/catalogue/indicators/episodes.ts';
import { buildReporting } from '../src/index.ts';
import { addEpisodes } from './county.ts';
import { START_AND_STOP } from './database.ts';
import type { PublishedCounty } from './published-county.ts';
import { NOW, openPublishedCounty } from './published-county.ts';

let county: PublishedCounty;
beforeAll(async () => {
  county = await openPublishedCounty();
}, START_AND_STOP);
afterAll(() => county?.close(), START_AND_STOP);

function keyIn(line: string): string {
  return line.slice(0, line.indexOf(' '));
}

describe('what is published', () => {
  test('is every month that has ended, and not the one that is running', async () => {
    expect(county.firstBuild).toEqual([
      'EPISODES/MONTH/2026-01-01',
      'EPISODES/MONTH/2026-02-01',
      'EPISODES/MONTH/2026-03-01',
      'EPISODES/QUARTER/2026-01-01',
    ]);
    expect((await county.ask()).publishedThrough).toBe('2026-03-31');
    expect(await county.shown('2026-04', 'SCHOOL')).toEqual(['x', 'x', 'x']);
  });

  test('counts each family once, and only episodes that were really open', async () => {
    expect(await county.shown('2026-01', 'SCHOOL')).toEqual([25, 0, 25]);
  });

  test('puts an opening or closing on the last day of a month in that month', async () => {
    expect(await county.shown('2026-03', 'SCHOOL')).toEqual([0, 20, 25]);
    expect(await county.shown('2026-02', 'SCHOOL')).toEqual([20, 0, 40]);
  });

  test('states the profile it was protected by', async () => {
    expect((await county.ask()).profile).toEqual({
      name: 'NHS_7_5',
      version: 1,
      suppressUpTo: 7,
      roundTo: 5,
      minimumContributors: 2,
      totals: 'ROUNDED_INDEPENDENTLY',
    });
  });

  scenario(
    {
      clause: 'SHR-3.2b',
      outcome: 'granted',
      that: 'a count large enough to identify nobody is given as a rounded number',
    },
    async () => {
      expect(await county.shown('2026-01', null)).toEqual([55, 0, 55]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.2b',
      outcome: 'denied',
      that: 'a count of one to seven families, or one that a single agency made, is not given',
    },
    async () => {
      expect(await county.shown('2026-01', 'HEALTH')).toEqual(['c', 0, 'c']);
      expect(await county.shown('2026-01', 'POLICE')).toEqual(['c', 0, 'c']);
    },
  );
});

describe('a published month', () => {
  test('stays as it is when its data changes and the builder runs again', async () => {
    const before = await county.ask({ to: '2026-03' });
    await addEpisodes(county.owner, {
      families: 30,
      agencies: county.schools,
      openedOn: '2026-01-05',
    });
    expect(await buildReporting(county.builder, { now: NOW, indicators: [EPISODES] })).toEqual([]);
    expect(await county.ask({ to: '2026-03' })).toEqual(before);
  });

  test.each([
    "update reporting.cell set value = 3, symbol = null where symbol = 'c'",
    'delete from reporting.cell',
    'truncate reporting.cell, reporting.edition',
    "update reporting.edition set profile_name = 'OTHER'",
    "insert into reporting.cell (indicator, grain, period_start, measure, first_dimension, first_member, value) values ('EPISODES', 'MONTH', '2026-01-01', 'OPENED', 'AGENCY_KIND', 'OTHER', 3)",
    "set session_replication_role = 'replica'; delete from reporting.cell",
    "set session_replication_role = 'replica'; insert into reporting.cell (indicator, grain, period_start, measure, value) values ('EPISODES', 'MONTH', '2026-01-01', 'OTHER', 3)",
  ])('is refused, even to the owner: %s', async (sql) => {
    await expect(county.owner.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
    await county.owner.script("set session_replication_role = 'origin'");
  });

  test('goes out once when two builders run at the same time, and follows the months before it', async () => {
    const now = new Date('2026-05-31T23:30:00Z');
    const published = await Promise.all([
      buildReporting(county.builder, { now, indicators: [EPISODES] }),
      buildReporting(county.builder, { now, indicators: [EPISODES] }),
    ]);
    expect(published.flat().toSorted()).toEqual([
      'EPISODES/MONTH/2026-04-01',
      'EPISODES/MONTH/2026-05-01',
    ]);
    const { cells } = await county.ask({ from: '2026-04', to: '2026-05' });
    expect(cells.filter(({ symbol }) => symbol === 'x')).toEqual([]);
  });
});

describe('a publication', () => {
  interface Publication {
    readonly id: string;
    readonly title: string;
    readonly citation: string;
    readonly publishedAt: string;
    readonly digest: string;
    readonly profile: { readonly name: string };
  }
  const listed = async (variables: Record<string, unknown>): Promise<readonly Publication[]> => {
    const document = `query ($grain: Grain!, $from: Month, $to: Month) { publications(grain: $grain, from: $from, to: $to) {
      id title citation publishedAt digest profile { name } } }`;
    return ((await county.execute(document, variables)) as { publications: readonly Publication[] })
      .publications;
  };

  test('is listed by its period and cited with its profile and digest', async () => {
    const [quarter] = await listed({ grain: 'QUARTER', to: '2026-03' });
    expect(quarter).toMatchObject({
      id: 'EPISODES/QUARTER/2026-01-01',
      title: 'Episodes of early help, January 2026 to March 2026',
      publishedAt: NOW.toISOString(),
      profile: { name: 'NHS_7_5' },
    });
    expect(quarter?.citation).toContain(`SHA-256 ${quarter?.digest}`);
    const months = await listed({ grain: 'MONTH', from: '2026-01', to: '2026-02' });
    expect(months.map(({ title }) => title)).toEqual([
      'Episodes of early help, February 2026',
      'Episodes of early help, January 2026',
    ]);
  });

  test('can be checked by whoever holds its cells', async () => {
    for (const { id, digest } of await listed({ grain: 'MONTH' })) {
      const month = id.slice(-10, -3);
      const lines = new Set<string>();
      for (const by of [[], ['LOCALITY'], ['WARD'], ['LEVEL_OF_NEED'], ['LOCALITY', 'AGENCY_KIND']])
        for (const cell of (await county.ask({ from: month, to: month, by })).cells)
          lines.add(`${cell.cellKey} ${cell.value ?? cell.symbol}\n`);
      const text = [...lines].toSorted((a, b) => (keyIn(a) < keyIn(b) ? -1 : 1));
      expect(createHash('sha256').update(text.join('')).digest('hex')).toBe(digest);
    }
  });
});

describe('a quarter', () => {
  test('counts what happened in its months, each family once, and ends as its last month does', async () => {
    const document = `{ indicator(id: EPISODES, grain: QUARTER) { publishedThrough cells { measure kind periodStart value symbol } } }`;
    const { publishedThrough, cells } = await county.ask({}, document);
    expect(publishedThrough).toBe('2026-03-31');
    expect(
      cells
        .filter(({ kind }) => kind === 'COUNT')
        .map(({ measure, value, symbol }) => [measure, value ?? symbol]),
    ).toEqual([
      ['OPENED', 75],
      ['CLOSED', 20],
      ['OPEN_AT_END', 55],
    ]);
  });
});
