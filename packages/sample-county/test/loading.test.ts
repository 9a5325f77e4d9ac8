import type { Connection } from '@postern/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleCounty } from '../src/index.ts';
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

test('a load that dies on the way leaves nothing behind, and the next one completes', async () => {
  const crashed = await server.emptyDatabase('crashed');
  const empty = await digests(crashed);
  const skeleton = await crashed.run({ text: SKELETON, values: [] });
  const failure = new Error('killed');
  const dying = loadSampleCounty(crashed, {
    size: 2_000,
    now,
    onProgress: (line) => {
      if (line.includes('classed entries')) throw failure;
    },
  });
  await expect(dying).rejects.toBe(failure);
  expect(await digests(crashed)).toEqual(empty);
  expect(await crashed.run({ text: SKELETON, values: [] })).toEqual(skeleton);
  await loadSampleCounty(crashed, { ...silent, size: 'small' });
  expect(await digests(crashed)).toEqual(await digests(loaded));
}, 60_000);

test('a large county gets its indexes, constraints and triggers back', async () => {
  const large = await server.emptyDatabase('large');
  const skeleton = await large.run<{ part: string }>({ text: SKELETON, values: [] });
  expect(skeleton.some(({ part }) => part.includes('project_episode O'))).toBe(true);
  await loadSampleCounty(large, { ...silent, size: 2_000 });
  expect(await large.run({ text: SKELETON, values: [] })).toEqual(skeleton);
  expect(await countOf(large, 'SELECT FROM episodes.episode')).toBe(2_000 + 45);
  const average = (await countOf(large, 'SELECT FROM families.person')) / 2_000;
  expect(average).toBeGreaterThan(4.2);
  expect(average).toBeLessThan(4.9);
}, 60_000);
