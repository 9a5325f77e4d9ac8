import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { decidingColumns } from '@postern/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('the service that changes the policy', () => {
  const people = { one: crypto.randomUUID(), another: crypto.randomUUID() };
  const DROPPED = 'taf-reads-Voice';

  /** A draft as the service itself could write it: a rule less. */
  async function draftOf(service: Connection, state: string): Promise<string> {
    const id = crypto.randomUUID();
    await service.run({
      text: `INSERT INTO partners.policy_draft (id, kind, title, reason, state, base_version, created_by, created_at)
        VALUES ($1::uuid, 'CHANGE', 't', 'r', $2, 1, $3::uuid, now())`,
      values: [id, state, people.one],
    });
    await service.run({
      text: `INSERT INTO partners.policy_change (draft_id, rule, kind, before, after, collides, reason, made_by, made_at)
        SELECT $1::uuid, name, 'REMOVE', body, NULL, false, 'r', $2::uuid, now() FROM access.policy_rule WHERE version = 1 AND name = $3`,
      values: [id, people.one, DROPPED],
    });
    return id;
  }

  interface Forged {
    readonly draft: string;
    readonly follows?: number | null;
    readonly proposer?: string | null;
    readonly approver?: string | null;
    readonly rules?: string;
    readonly sealed?: string;
  }

  const LESS = `SELECT name, body FROM access.policy_rule WHERE version = 1 AND name <> '${DROPPED}'`;

  function publishes(
    service: Connection,
    { draft, follows = 1, rules = LESS, ...given }: Forged,
  ): Promise<readonly unknown[]> {
    const { proposer = people.one, approver = people.another, sealed = 'ruled' } = given;
    return service.run({
      text: `WITH of AS (SELECT jsonb_agg(jsonb_build_object('name', name, 'body', body)) AS ruled FROM (${rules}) AS rule)
        SELECT partners.publish_policy($1::uuid, $2::integer, $3, $4, 'r', now(), ${sealed}, ruled) AS version FROM of`,
      values: [draft, follows, proposer, approver],
    });
  }

  test('adds no version but as a draft that waits for it makes one, and changes none', async () => {
    const service = connect(database.address, 'partners', { max: 1 });
    const refused = { logged: { sqlstate: '42501' } };
    try {
      for (const text of [
        'INSERT INTO access.policy_rule (id, version, name, body) SELECT gen_random_uuid(), version, name, body FROM access.policy_rule',
        `INSERT INTO access.policy_version (version, agreement, proposed_by, reason, activated_at, seal)
          SELECT version + 1, agreement, proposed_by, reason, activated_at, seal FROM access.policy_version`,
        "UPDATE access.policy_version SET seal = '[]'",
        'DELETE FROM access.policy_rule',
      ])
        await expect(service.run({ text, values: [] })).rejects.toMatchObject(refused);

      const draft = await draftOf(service, 'SUBMITTED');
      const editing = await draftOf(service, 'EDITING');
      const done = await draftOf(service, 'WITHDRAWN');
      const forged: readonly Forged[] = [
        { draft: crypto.randomUUID() },
        { draft: done },
        { draft: editing },
        { draft, approver: people.one },
        { draft, proposer: people.another },
        { draft, follows: 2 },
        // Nothing that is left open is taken for a yes.
        { draft, follows: null },
        { draft, proposer: null },
        { draft, sealed: 'NULL::jsonb' },
        { draft, rules: `${LESS} AND false` },
        { draft, sealed: "'[]'::jsonb" },
        { draft, rules: `${LESS} AND name <> 'taf-reads-Need'` },
        {
          draft,
          rules: `${LESS} UNION ALL SELECT 'one more', body FROM access.policy_rule WHERE version = 1 AND name = '${DROPPED}'`,
        },
        {
          draft,
          rules: `SELECT name, jsonb_set(body, '{purposes}', '["REVIEW"]') AS body FROM (${LESS}) AS less`,
        },
      ];
      for (const each of forged)
        await expect(publishes(service, each), JSON.stringify(each)).rejects.toMatchObject(refused);

      await service.run({
        text: `INSERT INTO partners.policy_event (kind, draft_id, actor_id, agency_id, at, reason)
          VALUES ('RULE_REMOVED', $1::uuid, $2::uuid, $2::uuid, now(), 'r')`,
        values: [draft, people.another],
      });
      await expect(publishes(service, { draft })).rejects.toMatchObject(refused);
      expect(await publishes(service, { draft: editing, approver: null })).toEqual([
        { version: 2 },
      ]);
    } finally {
      await service.close();
    }
  });

  test('is the only one that may ask for it', async () => {
    const may = await database.owner.run<{ role: string }>({
      text: `SELECT rolname AS role FROM pg_roles WHERE rolname LIKE 'postern\\_%' AND NOT rolsuper
        AND has_function_privilege(oid, 'partners.publish_policy(uuid, integer, text, text, text, timestamptz, jsonb, jsonb)', 'EXECUTE')`,
      values: [],
    });
    expect(may.map(({ role }) => role)).toEqual(['postern_partners']);
  });
});
