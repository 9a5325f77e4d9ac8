import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { Refusal } from '@postern/errors';
import type { InProcessSubgraph } from '@postern/subgraph-kit';
import { composeSupergraph, ReleaseManifest } from '@postern/subgraph-kit';
import { scenario } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReporting, createReporting, reportingTypeDefs } from '../src/index.ts';
import { addAgencies, addEpisodes } from './county.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';

const NOW = new Date('2026-04-10T12:00:00Z');
const ALL = `query ($from: Month, $to: Month, $kinds: [AgencyKind!]) {
  episodeCounts(from: $from, to: $to, agencyKinds: $kinds) {
    publishedThrough profile { name version suppressUpTo roundTo minimumContributors totals }
    cells { month agencyKind measure value symbol isTotal cellKey }
  }
}`;

interface Cell {
  readonly month: string;
  readonly agencyKind: string | null;
  readonly measure: string;
  readonly value: number | null;
  readonly symbol: string | null;
  readonly isTotal: boolean;
  readonly cellKey: string;
}
interface Counts {
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
  schools = await addAgencies(owner, 'SCHOOL', 3);
  const health = await addAgencies(owner, 'HEALTH', 2);
  const police = await addAgencies(owner, 'POLICE', 1);
  const january = await addEpisodes(owner, {
    families: 23,
    agencies: schools,
    openedOn: '2026-01-31',
  });
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
  firstBuild = await buildReporting(builder, { now: NOW });
}, START_AND_STOP);

afterAll(async () => {
  await Promise.allSettled([owner?.close(), builder?.close(), serving?.close()]);
  await database.remove();
}, START_AND_STOP);

async function ask(variables: Record<string, unknown> = {}, document = ALL): Promise<Counts> {
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
  return (data as { episodeCounts: Counts }).episodeCounts;
}

async function shown(
  month: string,
  kind: string | null,
): Promise<readonly (number | string | null)[]> {
  const { cells } = await ask({ from: month, to: month });
  return cells.filter((cell) => cell.agencyKind === kind).map((cell) => cell.symbol ?? cell.value);
}

describe('what is published', () => {
  test('is every month that has ended, and not the one that is running', async () => {
    expect(firstBuild).toEqual(['2026-01', '2026-02', '2026-03']);
    expect((await ask()).publishedThrough).toBe('2026-03');
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
    expect(await buildReporting(builder, { now: NOW })).toEqual([]);
    expect(await ask({ to: '2026-03' })).toEqual(before);
  });

  test.each([
    "update reporting.published_cell set value = 3, symbol = null where symbol = 'c'",
    'delete from reporting.published_cell',
    'truncate reporting.published_cell, reporting.published_period',
    "update reporting.published_period set profile_name = 'OTHER'",
    "insert into reporting.published_cell (month, agency_kind, measure, value) values ('2026-01-01', 'OTHER', 'OPENED', 3)",
    "set session_replication_role = 'replica'; delete from reporting.published_cell",
  ])('is refused, even to the owner: %s', async (sql) => {
    await expect(owner.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
    await owner.script("set session_replication_role = 'origin'");
  });

  test('goes out once when two builders run at the same time, and follows the months before it', async () => {
    const now = new Date('2026-05-31T23:30:00Z');
    const published = await Promise.all([
      buildReporting(builder, { now }),
      buildReporting(builder, { now }),
    ]);
    expect(published.flat().toSorted()).toEqual(['2026-04', '2026-05']);
    const { cells } = await ask({ from: '2026-04', to: '2026-05' });
    expect(cells.filter(({ symbol }) => symbol === 'x')).toEqual([]);
  });
});

describe('the subgraph', () => {
  test('answers with every cell of the lattice, each with a number or a symbol', async () => {
    const { cells } = await ask({ from: '2025-11', to: '2026-02' });
    expect(cells).toHaveLength(4 * 10 * 3);
    expect(new Set(cells.map(({ cellKey }) => cellKey)).size).toBe(cells.length);
    expect(cells.every(({ value, symbol }) => (value === null) !== (symbol === null))).toBe(true);
    expect(
      cells.filter(({ month }) => month < '2026-01').every(({ symbol }) => symbol === 'x'),
    ).toBe(true);
    expect(cells.filter(({ isTotal }) => isTotal).map(({ cellKey }) => cellKey)).toContain(
      '2026-01/ALL/OPENED',
    );
  });

  test('shows fewer columns when asked, and the same numbers in them', async () => {
    const whole = await ask({ from: '2026-01', to: '2026-01' });
    const chosen = await ask({ from: '2026-01', to: '2026-01', kinds: ['POLICE', 'SCHOOL'] });
    const expected = whole.cells.filter(
      ({ agencyKind }) => agencyKind === null || ['SCHOOL', 'POLICE'].includes(agencyKind),
    );
    expect(chosen.cells).toEqual(expected);
  });

  test.each([
    [{ from: '2026-13' }, 'from'],
    [{ to: 'last year' }, 'to'],
    [{ from: '2026-03', to: '2026-01' }, 'from'],
    [{ from: '1999-01', to: '2026-01' }, 'from'],
  ])('refuses %j and names the argument', async (variables, argument) => {
    await expect(ask(variables)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      facts: { argument },
    });
  });

  test('refuses a month that is none when it is written in the document', async () => {
    const document = '{ episodeCounts(from: "March") { publishedThrough } }';
    await expect(ask({}, document)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  test('composes by itself to a supergraph', () => {
    expect(composeSupergraph([subgraph])).toContain('episodeCounts');
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
      'DisclosureProfile',
      'EpisodeCountCell',
      'EpisodeCounts',
      'Query',
      'Withheld',
    ]);
    expect(reportingTypeDefs).not.toMatch(/\bID\b|@key\(/);
  });
});
