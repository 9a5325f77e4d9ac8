import { readdirSync } from 'node:fs';
import type { Connection, DatabaseAddress } from '@postern/database';
import { connect, migrate, systemClock } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { emptyDatabase } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEnginePool } from '../src/engine/engine-pool.ts';
import { ENGINE_REVISION, engineRevision } from '../src/engine/engine-revision.ts';
import { schedulerMigrations, startScheduler } from '../src/index.ts';
import { asPartners, schedulerDatabase } from './database.ts';

const OPTIONS = {
  service: 'partners',
  timers: [],
  clock: systemClock,
  notices: null,
  log: () => {},
} as const;

test('the revision that is asked for is the latest of the library that is installed', () => {
  const folder = new URL('../sql/', import.meta.resolve('graphile-worker'));
  const latest = readdirSync(folder).map((file) => Number.parseInt(file, 10));
  expect(ENGINE_REVISION).toBe(Math.max(...latest));
});

test('several processes prepare one database at once', async () => {
  const database = await emptyDatabase();
  const prepare = (): Promise<void> => migrate(database.address, [schedulerMigrations], () => {});
  await Promise.all([prepare(), prepare(), prepare()]);
  await prepare();
  const owner = connect(database.address, 'owner', { max: 1 });
  expect(await engineRevision(owner)).toBe(ENGINE_REVISION);
  await owner.close();
  await database.drop();
});

describe('TLS to a server that has none', () => {
  const withMode = (sslmode: string): DatabaseAddress => ({
    ...database.address,
    urlFor: (role) => `${database.address.urlFor(role)}?sslmode=${sslmode}`,
  });
  let database: TestDatabase;
  beforeAll(async () => {
    database = await schedulerDatabase();
  });
  afterAll(() => database?.drop());

  test.each(['disable', 'prefer', 'allow'])(
    'is done without where the address says %s',
    async (mode) => {
      const pool = await openEnginePool(withMode(mode), 'partners', { max: 1, log: () => {} });
      const { rows } = await pool.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
      await pool.end();
      expect(rows).toEqual([{ ssl: false }]);
    },
  );

  test.each(['require', 'verify-full'])('is insisted on where it says %s', async (mode) => {
    const pool = await openEnginePool(withMode(mode), 'partners', { max: 1, log: () => {} });
    await expect(pool.query('select 1')).rejects.toThrow(/SSL/);
    await pool.end();
  });
});

describe('on a database that is not prepared', () => {
  let database: TestDatabase;
  let owner: Connection;
  beforeAll(async () => {
    database = await emptyDatabase();
    await migrate(database.address, [], () => {});
    owner = connect(database.address, 'owner', { max: 1 });
  });
  afterAll(async () => {
    await owner?.close();
    await database?.drop();
  });

  const refused = { code: 'DATABASE_UNPREPARED', logged: { role: 'partners' } };

  test('no worker starts, and none prepares it', async () => {
    await expect(startScheduler({ address: database.address, ...OPTIONS })).rejects.toMatchObject(
      refused,
    );
    expect(await engineRevision(owner)).toBe(0);
  });

  test('nor where the library’s schema is of an earlier version', async () => {
    await migrate(database.address, [schedulerMigrations], () => {});
    await owner.script(`delete from graphile_worker.migrations where id = ${ENGINE_REVISION}`);
    await expect(startScheduler({ address: database.address, ...OPTIONS })).rejects.toMatchObject(
      refused,
    );
    expect(await engineRevision(owner)).toBe(ENGINE_REVISION - 1);
  });
});

describe('a service’s role', () => {
  let database: TestDatabase;
  let partners: Connection;
  let episodes: Connection;
  beforeAll(async () => {
    database = await schedulerDatabase();
    partners = asPartners(database.address);
    episodes = connect(database.address, 'episodes', { max: 1 });
  });
  afterAll(async () => {
    await Promise.all([partners?.close(), episodes?.close()]);
    await database?.drop();
  });

  test.each([
    'create table graphile_worker.other (name text)',
    'create table scheduler.other (name text)',
    'insert into graphile_worker.migrations (id) values (21)',
    'delete from graphile_worker.migrations',
    'drop table graphile_worker._private_jobs',
    'alter table graphile_worker._private_jobs disable row level security',
    'update scheduler.timer_firing set fired_at = now()',
    'delete from scheduler.timer_firing',
    'delete from scheduler.notice',
    "update scheduler.notice set params = '{}'",
    "update scheduler.notice set to_address = 'other@elsewhere.example'",
  ])('may not: %s', async (sql) => {
    for (const role of [partners, episodes])
      await expect(role.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
  });

  test('that sends no notices reads none and changes none', async () => {
    for (const sql of [
      'select id from scheduler.notice',
      'update scheduler.notice set attempts = 0',
    ])
      await expect(episodes.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
  });

  test('no other role comes near jobs or notices', async () => {
    const rows = await partners.run<{ role: string }>({
      text: `select rolname as role from pg_roles where rolname like 'postern\\_%' and not rolsuper
        and (has_schema_privilege(oid, 'graphile_worker', 'USAGE') or has_schema_privilege(oid, 'scheduler', 'USAGE'))
        order by 1`,
      values: [],
    });
    const owners = rows.filter(({ role }) => !role.includes('owner'));
    expect(owners.map(({ role }) => role)).toEqual([
      'postern_episodes',
      'postern_families',
      'postern_partners',
    ]);
  });
});
