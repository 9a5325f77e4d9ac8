import { Refusal } from '@postern/errors';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../src/index.ts';
import { connect, externalDatabase, ping } from '../src/index.ts';
import { elsewhere } from './elsewhere.ts';
import { serverForFile } from './server.ts';

const server = serverForFile();
let owner: Connection;

beforeAll(async () => {
  owner = connect(server.database().address, 'owner', { max: 3 });
  await owner.script('create table entry (n int4 primary key)');
  return () => owner.close();
});

const numbers = async (): Promise<unknown[]> =>
  (await owner.run<{ n: number }>({ text: 'select n from entry order by n', values: [] })).map(
    (row) => row.n,
  );
const TERMINATE = 'select pg_terminate_backend($1, $2)';
const insert = (n: number) => ({ text: 'insert into entry values ($1)', values: [n] });

describe('values', () => {
  test.each([
    ['jsonb', { a: [1, null, 'é'] }, { a: [1, null, 'é'] }],
    ['jsonb', '{"a":1}', { a: 1 }],
    ['jsonb', [1, 2], [1, 2]],
    ['json', { a: "it's" }, { a: "it's" }],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', new Date('2024-02-29T23:30:00Z'), '2024-02-29'],
    ['timestamptz', new Date('2024-02-29T12:00:00.123Z'), new Date('2024-02-29T12:00:00.123Z')],
    ['timestamptz', '2024-02-29T12:00:00Z', new Date('2024-02-29T12:00:00Z')],
    ['timestamp', '2024-02-29 12:00:00', '2024-02-29 12:00:00'],
    ['bool', true, true],
    ['bool', false, false],
    ['bool', 'true', true],
    ['int4', 7, 7],
    ['int8', 2 ** 52, 2 ** 52],
    ['int8', '9223372036854775807', '9223372036854775807'],
    ['numeric', '1.10', '1.10'],
    ['float8', 0.1, 0.1],
    ['uuid', '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'],
    ['text', "Robert'); drop table entry;--", "Robert'); drop table entry;--"],
    ['text', null, null],
    [
      'text[]',
      ['a', null, 'NULL', '', 'c "d" \\ {e},f'],
      ['a', null, 'NULL', '', 'c "d" \\ {e},f'],
    ],
    ['text[]', [], []],
    ['text[]', '{a,b}', ['a', 'b']],
    [
      'int4[]',
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['bool[]', [true, null, false], [true, null, false]],
    ['date[]', ['2024-02-29'], ['2024-02-29']],
    ['jsonb[]', [{ a: ['x"y'] }], [{ a: ['x"y'] }]],
    ['jsonb', [], []],
    ['bytea', new Uint8Array([0, 255]), Buffer.from([0, 255])],
  ])('a %s comes back as it went: %j', async (type, sent, expected) => {
    const rows = await owner.run({ text: `select $1::${type} as value`, values: [sent] });
    expect(rows).toEqual([{ value: expected }]);
  });
});

test('a date with something behind it is refused, not cut short', async () => {
  const reading = owner.run({ text: 'select $1::date', values: ['2024-02-29 and more'] });
  await expect(reading).rejects.toMatchObject({ logged: { sqlstate: '22007' } });
});

test('values that cannot be written are refused and leave the session whole', async () => {
  const single = connect(server.database().address, 'owner', { max: 1 });
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  for (const value of [
    undefined,
    circle,
    { big: 1n },
    new Date(Number.NaN),
    Symbol('s'),
    [circle],
  ]) {
    const running = single.run({ text: 'select $1::jsonb', values: [value] });
    await expect(running).rejects.toMatchObject({ code: 'DATABASE_STATEMENT_FAILED' });
    await ping(single);
  }
  await single.close();
});

test('a text is prepared once per session, whatever types its values have', async () => {
  const single = connect(server.database().address, 'owner', { max: 1 });
  for (const value of [1, null, 2]) {
    await single.run({ text: 'select $1::int4 as prepared_once', values: [value] });
  }
  const rows = await single.run({
    text: "select count(*) as n from pg_prepared_statements where statement like 'select $1::int4 as prepared_once%'",
    values: [],
  });
  expect(rows).toEqual([{ n: 1 }]);
  await single.close();
});

test('a session has the settings of its role, and those asked for', async () => {
  const session = connect(server.database().address, 'owner', {
    max: 1,
    settings: { plan_cache_mode: 'force_generic_plan', statement_timeout: '1234' },
  });
  const names = ['TimeZone', 'jit', 'plan_cache_mode', 'statement_timeout', 'application_name'];
  const text =
    'select array_agg(current_setting(name) order by at) as is from unnest($1::text[]) with ordinality as asked (name, at)';
  expect(await session.run({ text, values: [names] })).toEqual([
    { is: ['UTC', 'off', 'force_generic_plan', '1234ms', 'postern-owner'] },
  ]);
  await session.close();
});

test('a statement beyond its time is ended', async () => {
  const hurried = connect(server.database().address, 'owner', {
    settings: { statement_timeout: '20' },
  });
  await expect(hurried.run({ text: 'select pg_sleep(30)', values: [] })).rejects.toMatchObject({
    code: 'DATABASE_STATEMENT_FAILED',
    logged: { sqlstate: '57014' },
  });
  await hurried.close();
});

describe('a transaction', () => {
  test('commits when its work resolves, with its answer', async () => {
    const work = owner.transaction(async (c) => {
      await c.run(insert(1));
      return 'done';
    });
    await expect(work).resolves.toBe('done');
    expect(await numbers()).toContain(1);
  });

  test('rolls back and passes on what its work threw', async () => {
    const refusal = new Refusal('CURSOR_INVALID');
    const work = owner.transaction(async (c) => {
      await c.run(insert(2));
      throw refusal;
    });
    await expect(work).rejects.toBe(refusal);
    expect(await numbers()).not.toContain(2);
  });

  test('does not claim to have committed after a statement failed, even if the work caught that', async () => {
    const work = owner.transaction(async (c) => {
      await c.run(insert(3));
      await c.run(insert(3)).catch(() => {});
      return 'committed';
    });
    await expect(work).rejects.toMatchObject({ logged: { sqlstate: '23505' } });
    expect(await numbers()).not.toContain(3);
  });

  test('goes on after a transaction inside it was rolled back', async () => {
    await owner.transaction(async (c) => {
      await c.run(insert(4));
      await c.transaction((inner) => inner.run(insert(4))).catch(() => {});
      await c.run(insert(5));
    });
    expect(await numbers()).toEqual(expect.arrayContaining([4, 5]));
  });

  test('fails when its session is ended under it', async () => {
    const work = owner.transaction(async (c) => {
      await c.run(insert(6));
      const [own] = await c.run<{ pid: number }>({
        text: 'select pg_backend_pid() as pid',
        values: [],
      });
      await elsewhere(() => owner.run({ text: TERMINATE, values: [own?.pid, 0] }));
      await c.run(insert(7));
    });
    await expect(work).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(await numbers()).not.toContain(6);
  });

  test('is rolled back for good when a statement only claims that the connection failed', async () => {
    const single = connect(server.database().address, 'owner', { max: 1 });
    const text = "do $$ begin raise exception using errcode = '08006'; end $$";
    const work = single.transaction((c) => c.run({ text, values: [] }));
    await expect(work).rejects.toMatchObject({ logged: { sqlstate: '08006' } });
    await ping(single);
    await single.close();
  });

  test('that goes on after its session was ended harms nobody else', async () => {
    for (const nested of [false, true]) {
      const later = Promise.withResolvers<unknown>();
      const perform = async (c: Connection): Promise<void> => {
        const [own] = await c.run<{ pid: number }>({
          text: 'select pg_backend_pid() as pid',
          values: [],
        });
        await elsewhere(() => owner.run({ text: TERMINATE, values: [own?.pid, 5_000] }));
        for (let turn = 0; turn < 20; turn += 1) await elsewhere(() => ping(owner));
        await c.run(insert(8)).catch(later.resolve);
        await c.transaction((inner) => inner.run(insert(9)));
      };
      const work = owner.transaction((c) => (nested ? c.transaction(perform) : perform(c)));
      await expect(work).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
      expect(await later.promise).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    }
    for (let turn = 0; turn < 20; turn += 1) await ping(owner);
    expect(await numbers()).not.toContain(8);
  });
});

describe('signing in', () => {
  const tampered = (change: (url: URL) => void) => {
    const url = new URL(server.database().address.urlFor('owner'));
    change(url);
    return connect(externalDatabase(url.href), 'owner', { max: 1 });
  };

  test.each([
    [
      'a wrong password',
      'DATABASE_REFUSED',
      (url: URL) => {
        url.password = 'wrong-canary';
      },
    ],
    [
      'an unknown user',
      'DATABASE_REFUSED',
      (url: URL) => {
        url.username = 'nobody-canary';
      },
    ],
    [
      'a database that is not there',
      'DATABASE_MISSING',
      (url: URL) => {
        url.pathname = '/canary';
      },
    ],
    [
      'a port where nothing listens',
      'DATABASE_UNREACHABLE',
      (url: URL) => {
        url.port = '1';
      },
    ],
    [
      'a host that does not exist',
      'DATABASE_UNREACHABLE',
      (url: URL) => {
        url.hostname = 'canary.invalid';
      },
    ],
  ])('%s is %s', async (_what, code, change) => {
    const connection = tampered(change);
    const thrown: unknown = await ping(connection).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code });
    expect(JSON.stringify(thrown)).not.toContain('canary');
    await connection.close();
  });

  test('a privilege that lacks is DATABASE_REFUSED', async () => {
    await owner.script("create role lowly login password 'lowly'");
    const lowly = tampered((url) => Object.assign(url, { username: 'lowly', password: 'lowly' }));
    const reading = lowly.run({ text: 'select n from entry', values: [] });
    await expect(reading).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
    await lowly.close();
  });

  test('a closed pool is DATABASE_UNREACHABLE', async () => {
    const connection = connect(server.database().address, 'owner');
    await ping(connection);
    await connection.close();
    await expect(ping(connection)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });
});
