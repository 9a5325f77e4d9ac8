import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLedger } from '../src/index.ts';
import type { TestDatabase } from './database.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';
import { release } from './releases.ts';

let database: TestDatabase;
let owner: Connection;
let role: Connection;
const kept = release();

beforeAll(async () => {
  database = await startTestDatabase();
  owner = connect(database.address(), 'owner', { max: 1 });
  role = connect(database.address(), 'ledger', { max: 1 });
  await owner.script('create schema elsewhere; create table elsewhere.secret (name text)');
  await createLedger(role).record(kept);
}, START_AND_STOP);

afterAll(async () => {
  await Promise.all([owner.close(), role.close()]);
  await database.remove();
}, START_AND_STOP);

const CHANGES = [
  "update ledger.release set purpose = 'SAFEGUARDING'",
  'delete from ledger.release',
  'truncate ledger.release',
];

describe.each(['ledger role', 'owner'] as const)('as the %s', (who) => {
  test.each(CHANGES)('%s is refused and changes nothing', async (sql) => {
    const connection = who === 'owner' ? owner : role;
    await expect(connection.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
    const rows = await role.run<{ purpose: string }>({
      text: 'select purpose from ledger.release',
      values: [],
    });
    expect(rows).toEqual([{ purpose: kept.purpose }]);
  });
});

test('a session that skips ordinary triggers is refused too', async () => {
  const sql = "set session_replication_role = 'replica'; delete from ledger.release";
  await expect(owner.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
  await owner.script("set session_replication_role = 'origin'");
});

test.each([
  'select * from elsewhere.secret',
  'create table ledger.other (name text)',
  'create table public.other (name text)',
  'create temporary table other (name text)',
  'alter table ledger.release disable trigger release_is_kept',
  'drop table ledger.release',
  'alter table ledger.release drop constraint release_coordinates',
])('the ledger role may not: %s', async (sql) => {
  await expect(role.script(sql)).rejects.toMatchObject({ logged: { sqlstate: '42501' } });
});

test('the ledger role holds insert and select on its table, and nothing on any other', async () => {
  const rows = await role.run({
    text: `select n.nspname || '.' || c.relname as "table", p.privilege
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) as p(privilege)
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r','v','m','p')
        and has_table_privilege(c.oid, p.privilege) order by 1, 2`,
    values: [],
  });
  expect(rows).toEqual([
    { table: 'ledger.release', privilege: 'INSERT' },
    { table: 'ledger.release', privilege: 'SELECT' },
  ]);
});
