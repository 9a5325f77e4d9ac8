import { connect } from '@postern/database';
import { decidingColumns } from '@postern/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';

let database: CountyDatabase;

beforeAll(async () => {
  database = await countyDatabase();
});

afterAll(async () => {
  await database?.drop();
});

/** `schema.table.column` of every column by which rows of a record schema are decided on. */
function deciding(): readonly string[] {
  const names = RECORD_BLUEPRINTS.flatMap(({ resources }) => resources).flatMap((resource) => {
    const { table, columns } = decidingColumns(resource, wholeDictionary());
    return columns.map((column) => `${table}.${column}`);
  });
  return [...new Set(names)].filter((name) => !name.startsWith('access.')).sort();
}

test('the policy desk reads the columns that decide and no other column of a record', async () => {
  const granted = await database.owner.run<{ name: string }>({
    text: `SELECT table_schema || '.' || table_name || '.' || column_name AS name
      FROM information_schema.column_privileges
      WHERE grantee = 'postern_policy_desk' AND privilege_type = 'SELECT' AND table_schema <> 'access'`,
    values: [],
  });
  expect(granted.map(({ name }) => name).sort()).toEqual(deciding());
  expect(deciding().length).toBeGreaterThan(50);
});

test('a value that rules protect is refused to it, and so is every change', async () => {
  const desk = connect(database.address, 'policy_desk', { max: 1 });
  const refused = { logged: { sqlstate: '42501' } };
  try {
    await expect(
      desk.run({ text: 'SELECT given_name FROM families.person', values: [] }),
    ).rejects.toMatchObject(refused);
    await expect(
      desk.run({ text: 'SELECT * FROM episodes.case_note', values: [] }),
    ).rejects.toMatchObject(refused);
    await expect(
      desk.run({ text: 'UPDATE access.access_grant SET revoked_at = NULL', values: [] }),
    ).rejects.toMatchObject(refused);
    expect(
      await desk.run({ text: 'SELECT count(*) FROM families.person', values: [] }),
    ).toHaveLength(1);
  } finally {
    await desk.close();
  }
});
