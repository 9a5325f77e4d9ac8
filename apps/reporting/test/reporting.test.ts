import { createHash } from 'node:crypto';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { Refusal } from '@postern/errors';
import type { InProcessSubgraph } from '@postern/subgraph-kit';
import { composeSupergraph, ReleaseManifest } from '@postern/subgraph-kit';
import { scenario } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EPISODES } from '../src/catalogue/indicators/episodes.ts';
import { buildReporting, createReporting, reportingTypeDefs } from '../src/index.ts';
import { addAgencies, addAreas, addEpisodes, addHomes } from './county.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';

const NOW = new Date('2026-04-10T12:00:00Z');
const ALL = `query ($from: Month, $to: Month, $by: [Dimension!]!) {
  indicator(id: EPISODES, from: $from, to: $to, by: $by) {
    publishedThrough profile { name version suppressUpTo roundTo minimumContributors totals }
    cells { measure kind unit periodStart periodEnd members { dimension code } value symbol isTotal cellKey publishedAt }
  }
}`;

interface Cell {
  readonly measure: string;
  readonly kind: string;
  readonly periodStart: string;
  readonly members: readonly { readonly dimension: string; readonly code: string }[];
  readonly value: number | null;
  readonly symbol: string | null;
  readonly isTotal: boolean;
  readonly cellKey: string;
}
interface Table {
  readonly publishedThrough: string | null;
  readonly profile: { readonly name: string; readonly version: number };
  readonly cells: readonly Cell[];
}

let database: Awaited<ReturnType<typeof startTestDatabase>>;
let owner: Connection;
let builder: Connection;
let serving: Connection;
let subgraph: InProcessSubgraph;
let schools: readonly string[];
let firstBuild: readonly string[];
let isAnalyst = true;
let statements = 0;

beforeAll(async () => {
  database = await startTestDatabase();
  owner = connect(database.address, 'owner', { max: 1 });
  builder = connect(database.address, 'reporting_builder');
  serving = connect(database.address, 'reporting');
  subgraph = createReporting({
    connection: {
      ...serving,
      run: (statement) => {
        statements += 1;
        return serving.run(statement);
      },
    },
    admit: async () => {
      if (!isAnalyst) throw new Refusal('CONTRACT_NOT_PERMITTED');
    },
  });
  await addAreas(owner);
  schools = await addAgencies(owner, 'SCHOOL', 3);
  const health = await addAgencies(owner, 'HEALTH', 2);
  const police = await addAgencies(owner, 'POLICE', 1);
  const january = await addEpisodes(owner, {
    families: 23,
    agencies: schools,
    openedOn: '2026-01-31',
  });
  await addHomes(owner, january, 'aa11zz');
  await addEpisodes(owner, {
    families: 0,
    sameAs: january.slice(0, 9),
    agencies: schools,
    openedOn: '2026-01-09',
  });
  await addEpisodes(owner, { families: 3, agencies: health, openedOn: '2026-01-14' });
  await addEpisodes(owner, { families: 30, agencies: police, openedOn: '2026-01-20' });
  await addEpisodes(owner, {
    families: 40,
    agencies: schools,
    openedOn: '2026-01-02',
    status: 'SIGNPOSTED',
  });
  // These declined before help began (SHR-3.4.2c).
  await addEpisodes(owner, {
    families: 40,
    agencies: schools,
    openedOn: '2026-01-03',
    closedOn: '2026-01-09',
    neverOpened: true,
  });
  await addEpisodes(owner, {
    families: 18,
    agencies: schools,
    openedOn: '2026-02-03',
    closedOn: '2026-03-31',
  });
  await addEpisodes(owner, { families: 40, agencies: schools, openedOn: '2026-04-01' });
  firstBuild = await buildReporting(builder, { now: NOW, indicators: [EPISODES] });
}, START_AND_STOP);

afterAll(async () => {
  await Promise.allSettled([owner?.close(), builder?.close(), serving?.close()]);
  await database.remove();
}, START_AND_STOP);

async function execute(document: string, variables: Record<string, unknown>): Promise<unknown> {
  const caller = {
    issuerId: 'development',
    subject: 'ana',
    multiFactor: true,
    expiresAt: NOW,
    clientId: null,
  };
  const context = {
    caller,
    purpose: 'PLANNING_AND_REPORTING',
    manifest: new ReleaseManifest(),
  } as const;
  const { data } = await subgraph.execute({ document, variables, context });
  return data;
}

async function ask(variables: Record<string, unknown> = {}, document = ALL): Promise<Table> {
  return ((await execute(document, { by: ['AGENCY_KIND'], ...variables })) as { indicator: Table })
    .indicator;
}

/** The counts of a month for a kind of agency; null is all together. */
async function shown(
  month: string,
  kind: string | null,
): Promise<readonly (number | string | null)[]> {
  const { cells } = await ask({ from: month, to: month });
  return cells
    .filter((cell) => cell.kind === 'COUNT' && (cell.members[0]?.code ?? null) === kind)
    .map((cell) => cell.symbol ?? cell.value);
}

function keyIn(line: string): string {
  return line.slice(0, line.indexOf(' '));
}

describe('what is published', () => {
  test('is every month that has ended, and not the one that is running', async () => {
    expect(firstBuild).toEqual([
      'EPISODES/MONTH/2026-01-01',
      'EPISODES/MONTH/2026-02-01',
      'EPISODES/MONTH/2026-03-01',
      'EPISODES/QUARTER/2026-01-01',
    ]);
    expect((await ask()).publishedThrough).toBe('2026-03-31');
    expect(await shown('2026-04', 'SCHOOL')).toEqual(['x', 'x', 'x']);
  });

  test('counts each family once, and only episodes that were really open', async () => {
    expect(await shown('2026-01', 'SCHOOL')).toEqual([25, 0, 25]);
  });

  test('puts an opening or closing on the last day of a month in that month', async () => {
    expect(await shown('2026-03', 'SCHOOL')).toEqual([0, 20, 25]);
    expect(await shown('2026-02', 'SCHOOL')).toEqual([20, 0, 40]);
  });

  test('states the profile it was protected by', async () => {
    expect((await ask()).profile).toEqual({
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
      expect(await shown('2026-01', null)).toEqual([55, 0, 55]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.2b',
      outcome: 'denied',
      that: 'a count of one to seven families, or one that a single agency made, is not given',
    },
    async () => {
      expect(await shown('2026-01', 'HEALTH')).toEqual(['c', 0, 'c']);
      expect(await shown('2026-01', 'POLICE')).toEqual(['c', 0, 'c']);
    },
  );
});

describe('a published month', () => {
  test('stays as it is when its data changes and the builder runs again', async () => {
    const before = await ask({ to: '2026-03' });
    await addEpisodes(owner, { families: 30, agencies: schools, openedOn: '2026-01-05' });
    expect(await buildReporting(builder, { now: NOW, indicators: [EPISODES] })).toEqual([]);
    expect(await ask({ to: '2026-03' })).toEqual(before);
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
    await expect(owner.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
    await owner.script("set session_replication_role = 'origin'");
  });

  test('goes out once when two builders run at the same time, and follows the months before it', async () => {
    const now = new Date('2026-05-31T23:30:00Z');
    const published = await Promise.all([
      buildReporting(builder, { now, indicators: [EPISODES] }),
      buildReporting(builder, { now, indicators: [EPISODES] }),
    ]);
    expect(published.flat().toSorted()).toEqual([
      'EPISODES/MONTH/2026-04-01',
      'EPISODES/MONTH/2026-05-01',
    ]);
    const { cells } = await ask({ from: '2026-04', to: '2026-05' });
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
    return ((await execute(document, variables)) as { publications: readonly Publication[] })
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
        for (const cell of (await ask({ from: month, to: month, by })).cells)
          lines.add(`${cell.cellKey} ${cell.value ?? cell.symbol}\n`);
      const text = [...lines].toSorted((a, b) => (keyIn(a) < keyIn(b) ? -1 : 1));
      expect(createHash('sha256').update(text.join('')).digest('hex')).toBe(digest);
    }
  });
});

describe('a quarter', () => {
  test('counts what happened in its months, each family once, and ends as its last month does', async () => {
    const document = `{ indicator(id: EPISODES, grain: QUARTER) { publishedThrough cells { measure kind periodStart value symbol } } }`;
    const { publishedThrough, cells } = await ask({}, document);
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

describe('the subgraph', () => {
  test('answers with every cell of the lattice, each with a number or a symbol', async () => {
    const { cells } = await ask({ from: '2025-11', to: '2026-02' });
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
      (await ask({ from: '2026-01', to: '2026-01', by: dimensions })).cells;
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
    const { cells } = await ask({ from: '2026-03', to: '2026-03', by: ['LOCALITY'] });
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
    await expect(ask(variables)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      facts: { argument },
    });
  });

  test('refuses a month that is none when it is written in the document', async () => {
    const document = '{ indicator(id: EPISODES, from: "March") { publishedThrough } }';
    await expect(ask({}, document)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  test('composes by itself to a supergraph', () => {
    expect(composeSupergraph([subgraph])).toContain('IndicatorTable');
  });

  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'granted',
      that: 'an analyst in force gets the board’s counts',
    },
    async () => {
      expect((await ask()).cells.length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'denied',
      that: 'who is not admitted as an analyst gets nothing, and nothing is read for them',
    },
    async () => {
      const before = statements;
      isAnalyst = false;
      const answer = ask().finally(() => {
        isAnalyst = true;
      });
      await expect(answer).rejects.toMatchObject({ code: 'CONTRACT_NOT_PERMITTED' });
      expect(statements).toBe(before);
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
