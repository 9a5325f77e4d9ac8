import type { Connection } from '@postern/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCountyUnfinished, loadSampleCounty } from '../src/index.ts';
import { loadInOneTransaction } from '../src/load-in-one-transaction.ts';
import { findCounty } from '../src/marker.ts';
import type { CountyServer } from './county-server.ts';
import { startCountyServer } from './county-server.ts';
import { countOf, digests } from './database-content.ts';

const now = new Date('2026-03-10T09:30:00Z');
const silent = { now, onProgress: () => {} };
/** What a database is made of besides rows. */
const SKELETON = `
  SELECT indexdef AS part FROM pg_indexes WHERE schemaname IN ('access', 'families', 'episodes', 'partners')
  UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace::regnamespace::text IN ('access', 'families', 'episodes', 'partners')
  UNION ALL SELECT concat_ws(' ', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT concat_ws(' ', oid::regclass, reloptions) FROM pg_class
    WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('access', 'families', 'episodes', 'partners')
  UNION ALL SELECT nspname::text FROM pg_namespace WHERE nspname !~ '^pg_'
  ORDER BY 1`;

let server: CountyServer;
let loaded: Connection;

beforeAll(async () => {
  server = await startCountyServer();
  loaded = await server.emptyDatabase('loaded');
  await loadSampleCounty(loaded, { ...silent, size: 'small' });
}, 60_000);

afterAll(() => server.stop());

test('a small county has about sixty generated families and a cast', async () => {
  const families = await countOf(loaded, 'SELECT FROM families.family');
  expect(families).toBe(60 + 44);
  expect(await countOf(loaded, 'SELECT FROM partners.practitioner')).toBeLessThan(80);
});

test('a second load changes nothing and says so', async () => {
  const before = await digests(loaded);
  const lines: string[] = [];
  await loadSampleCounty(loaded, {
    size: 'small',
    now: new Date('2027-01-01T00:00:00Z'),
    onProgress: (line) => lines.push(line),
  });
  expect(lines).toEqual(['Sample county: already here (60 episodes)']);
  expect(await digests(loaded)).toEqual(before);
});

test('another size keeps the county that is there and says so', async () => {
  const lines: string[] = [];
  await loadSampleCounty(loaded, { size: 500, now, onProgress: (line) => lines.push(line) });
  expect(lines).toEqual(['Sample county: keeping the one that is here (60 episodes, not 500)']);
  expect(await countOf(loaded, 'SELECT FROM families.family')).toBe(104);
});

test('two databases loaded for the same moment are the same, row by row', async () => {
  const other = await server.emptyDatabase('other');
  await loadSampleCounty(other, { ...silent, size: 'small' });
  expect(await digests(other)).toEqual(await digests(loaded));
});

test('two loads at once make one county', async () => {
  const shared = await server.emptyDatabase('shared');
  await Promise.all([
    loadSampleCounty(shared, { ...silent, size: 'small' }),
    loadSampleCounty(shared, { ...silent, size: 'small' }),
  ]);
  expect(await digests(shared)).toEqual(await digests(loaded));
});

/** Loads until the line that announces a step, and dies there. */
async function dieAt(owner: Connection, size: 'small' | number, step: string): Promise<void> {
  const failure = new Error('killed');
  const dying = loadSampleCounty(owner, {
    size,
    now,
    onProgress: (line) => {
      if (line === `Sample county: ${step}`) throw failure;
    },
  });
  await expect(dying).rejects.toBe(failure);
}

test('a small load that dies on the way leaves nothing behind, and the next one completes', async () => {
  const crashed = await server.emptyDatabase('crashed');
  const empty = await digests(crashed);
  const skeleton = await crashed.run({ text: SKELETON, values: [] });
  await dieAt(crashed, 'small', 'meetings');
  expect(await digests(crashed)).toEqual(empty);
  expect(await crashed.run({ text: SKELETON, values: [] })).toEqual(skeleton);
  await loadSampleCounty(crashed, { ...silent, size: 'small' });
  expect(await digests(crashed)).toEqual(await digests(loaded));
});

test.each(['small', 2_000] as const)(
  'a county (%s) is not loaded among the accounts of others',
  async (size) => {
    const taken = await server.emptyDatabase(`taken_${size}`);
    await taken.script(`
      INSERT INTO access.agency (id, name, kind, state)
        VALUES ('00000000-0000-8000-a000-000000000001', 'Another council', 'COUNCIL', 'ACTIVE');
      INSERT INTO access.account (id, issuer_id, subject, agency_id, state)
        VALUES ('00000000-0000-8000-a000-000000000002', 'elsewhere', 'somebody', '00000000-0000-8000-a000-000000000001', 'ACTIVE');
    `);
    const before = await digests(taken);
    await expect(loadSampleCounty(taken, { ...silent, size })).rejects.toMatchObject({
      code: 'COUNTY_AMONG_OTHERS',
    });
    expect(await digests(taken)).toEqual(before);
  },
);

test('a schema of somebody else that has the name of ours is left alone', async () => {
  const shared = await server.emptyDatabase('shared_name');
  await shared.script('CREATE SCHEMA county; CREATE TABLE county.parish (name text)');
  expect(await isCountyUnfinished(shared)).toBe(false);
  await expect(loadSampleCounty(shared, { ...silent, size: 'small' })).rejects.toMatchObject({
    code: 'DATABASE_STATEMENT_FAILED',
  });
  expect(await countOf(shared, 'SELECT FROM county.parish')).toBe(0);
});

describe('a large county', () => {
  let large: Connection;
  let skeleton: readonly { readonly part: string }[];
  let whole: Readonly<Record<string, string>>;

  beforeAll(async () => {
    large = await server.emptyDatabase('large');
    skeleton = await large.run({ text: SKELETON, values: [] });
    await loadSampleCounty(large, { ...silent, size: 2_000 });
    whole = await digests(large);
  }, 60_000);

  test('gets its indexes, constraints and triggers back', async () => {
    expect(skeleton.some(({ part }) => part.includes('project_episode O'))).toBe(true);
    expect(await large.run({ text: SKELETON, values: [] })).toEqual(skeleton);
    expect(await countOf(large, 'SELECT FROM episodes.episode')).toBe(2_000 + 45);
    const average = (await countOf(large, 'SELECT FROM families.person')) / 2_000;
    expect(average).toBeGreaterThan(4.2);
    expect(average).toBeLessThan(4.9);
  });

  test('is the same, row by row, as one loaded in one transaction', async () => {
    const other = await server.emptyDatabase('one_transaction');
    await other.transaction((transaction) =>
      loadInOneTransaction(transaction, { episodes: 2_000, now }, (_, work) => work()),
    );
    expect(await digests(other)).toEqual(whole);
  }, 60_000);

  test('is not begun by a pool in which it would wait for itself', async () => {
    const narrow = await server.emptyDatabase('narrow', 3);
    await expect(loadSampleCounty(narrow, { ...silent, size: 2_000 })).rejects.toThrow(
      'a pool of 4 sessions',
    );
    expect(await isCountyUnfinished(narrow)).toBe(false);
  });

  test('comes out once when two load it at once', async () => {
    const shared = await server.emptyDatabase('shared_large');
    const lines: string[] = [];
    const load = (): Promise<void> =>
      loadSampleCounty(shared, { size: 2_000, now, onProgress: (line) => lines.push(line) });
    await Promise.all([load(), load()]);
    expect(lines.filter((line) => line === 'Sample county: grants')).toHaveLength(1);
    expect(lines.at(-1)).toBe('Sample county: already here (2000 episodes)');
    expect(await digests(shared)).toEqual(whole);
  }, 60_000);

  test.each(['classed entries', 'named cast', 'visibility and statistics'])(
    'that died at %s is unfinished, and the next load starts over',
    async (step) => {
      const crashed = await server.emptyDatabase(`crashed_at_${step.replaceAll(' ', '_')}`);
      await dieAt(crashed, 2_000, step);
      expect(await isCountyUnfinished(crashed)).toBe(true);
      expect(await findCounty(crashed)).toBeNull();
      expect(await countOf(crashed, 'SELECT FROM families.family')).toBeGreaterThan(0);
      const size = step === 'named cast' ? 'small' : 2_000;
      await loadSampleCounty(crashed, { ...silent, size });
      expect(await isCountyUnfinished(crashed)).toBe(false);
      expect(await digests(crashed)).toEqual(size === 'small' ? await digests(loaded) : whole);
      expect(await crashed.run({ text: SKELETON, values: [] })).toEqual(skeleton);
    },
    60_000,
  );
});
