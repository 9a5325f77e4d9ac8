import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { Fault } from '@postern/errors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLedger } from '../src/index.ts';
import type { TestDatabase } from './database.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';
import { release } from './releases.ts';

let database: TestDatabase;
let writer: Connection;
let reader: Connection;

beforeAll(async () => {
  database = await startTestDatabase();
  writer = connect(database.address(), 'ledger');
  reader = connect(database.address(), 'ledger');
}, START_AND_STOP);

afterAll(async () => {
  await Promise.all([writer.close(), reader.close()]);
  await database.remove();
}, START_AND_STOP);

async function onLedger(ids: readonly string[]): Promise<number> {
  const [row] = await reader.run<{ found: number }>({
    text: 'select count(*)::int4 as found from ledger.release where id = any($1::uuid[])',
    values: [ids],
  });
  return row?.found ?? 0;
}

/** The same connection, counting the statements that insert. */
function counted(connection: Connection): { connection: Connection; inserts(): number } {
  let inserts = 0;
  return {
    inserts: () => inserts,
    connection: {
      ...connection,
      run: (statement) => {
        if (statement.text.startsWith('insert')) inserts += 1;
        return connection.run(statement);
      },
    },
  };
}

describe('recording', () => {
  test('another connection sees the whole row at the moment record() resolves', async () => {
    const explained = {
      account: randomUUID(),
      record: randomUUID(),
      coordinate: 'Person.givenName',
      purpose: 'AUDIT',
    };
    const given = release({ justifications: [randomUUID()], explained: [explained, explained] });
    await createLedger(writer).record(given);
    const [row] = await reader.run({
      text: 'select * from ledger.release where id = $1',
      values: [given.id],
    });
    expect(row).toEqual({
      id: given.id,
      at: given.at,
      contract: 'records',
      account_id: given.accountId,
      agency_id: given.agencyId,
      purpose: given.purpose,
      policy_versions: [1],
      operation_hash: given.operationHash,
      operation_name: 'Caseload',
      grants: given.grants,
      justifications: given.justifications,
      persons: given.persons,
      families: given.families,
      episodes: given.episodes,
      coordinates: given.coordinates,
      explained: given.explained,
      told: given.told,
    });
  });

  test('a thousand releases at once become a thousand rows in few statements, each there when it resolves', async () => {
    const { connection, inserts } = counted(writer);
    const ledger = createLedger(connection);
    const releases = Array.from({ length: 1_000 }, () => release());
    const seen = await Promise.all(
      releases.map(async (one, index) => {
        await ledger.record(one);
        return index % 100 === 0 ? onLedger([one.id]) : 1;
      }),
    );
    expect(seen.every((found) => found === 1)).toBe(true);
    expect(await onLedger(releases.map(({ id }) => id))).toBe(1_000);
    expect(inserts()).toBeLessThanOrEqual(20);
  });

  test('what arrives while a commit is under way shares the next one', async () => {
    const { connection, inserts } = counted(writer);
    const ledger = createLedger(connection);
    const first = ledger.record(release());
    await Promise.resolve();
    await Promise.resolve();
    expect(inserts()).toBe(1);
    await Promise.all([first, ...Array.from({ length: 50 }, () => ledger.record(release()))]);
    expect(inserts()).toBe(2);
  });
});

describe('one bad release among good ones', () => {
  test('fails alone', async () => {
    const ledger = createLedger(writer);
    const good = [release(), release(), release()];
    const bad = [
      release({ coordinates: { 'Person.givenName': 0 } }),
      release({ persons: ['Ada Example'] }),
      release({ purpose: 'because Ada asked' }),
    ];
    const settled = await Promise.allSettled([...good, ...bad].map((one) => ledger.record(one)));
    expect(settled.map(({ status }) => status)).toEqual([
      ...good.map(() => 'fulfilled'),
      ...bad.map(() => 'rejected'),
    ]);
    expect(await onLedger(good.map(({ id }) => id))).toBe(3);
  });

  test('is told as LEDGER_UNAVAILABLE without a word of the row', async () => {
    const refused = await createLedger(writer)
      .record(release({ persons: ['Ada Example'] }))
      .catch((e: unknown) => e);
    expect(refused).toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    const told =
      refused instanceof Error
        ? [refused.message, JSON.stringify(refused), String(refused.cause)]
        : [];
    expect(told.join()).not.toContain('Ada');
  });

  test('an id that is on the ledger already is refused, even beside others', async () => {
    const ledger = createLedger(writer);
    const known = release();
    await ledger.record(known);
    const other = release();
    const settled = await Promise.allSettled([
      ledger.record(release({ id: known.id })),
      ledger.record(other),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await onLedger([other.id])).toBe(1);
  });

  test('a date that is none is refused before it reaches the others', async () => {
    const ledger = createLedger(writer);
    await expect(ledger.record(release({ at: new Date(Number.NaN) }))).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
    });
    await ledger.record(release());
  });
});

describe('no value can be written', () => {
  test.each([
    ['a value as key', { 'Ada Example': 1 }],
    ['a value as count', { 'Person.givenName': 'Ada' as unknown as number }],
    ['no count', { 'Person.givenName': null as unknown as number }],
    ['a fraction', { 'Person.givenName': 1.5 }],
    ['a negative count', { 'Person.givenName': -1 }],
    ['an object', { 'Person.givenName': { is: 'Ada' } as unknown as number }],
    ['a list in place of counts', ['Ada'] as unknown as Record<string, number>],
  ])('coordinates with %s are refused', async (_, coordinates) => {
    await expect(createLedger(writer).record(release({ coordinates }))).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
    });
  });

  test.each(['Ada Example, born 2011', 'a'.repeat(65), '1st', 'Ada\nExample', ''])(
    'an operation name that is no short name (%j) is dropped',
    async (operationName) => {
      const given = release({ operationName });
      await createLedger(writer).record(given);
      const [row] = await reader.run<{ operation_name: string | null }>({
        text: 'select operation_name from ledger.release where id = $1',
        values: [given.id],
      });
      expect(row).toEqual({ operation_name: null });
    },
  );

  test('the table refuses such a name from any writer', async () => {
    const text = `insert into ledger.release select (jsonb_populate_record(stored, '{"operation_name": "Ada Example", "id": "${randomUUID()}"}')).*
      from ledger.release as stored limit 1`;
    await expect(reader.run({ text, values: [] })).rejects.toMatchObject({
      logged: { sqlstate: '23514' },
    });
  });

  test('every text column is bound to a closed form', async () => {
    const rows = await reader.run<{ column: string }>({
      text: `select a.attname as column from pg_attribute a
        where a.attrelid = 'ledger.release'::regclass and a.attnum > 0 and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
          and not exists (select from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and a.attnum = any(c.conkey))`,
      values: [],
    });
    expect(rows).toEqual([]);
  });
});

describe('refusing', () => {
  test('more releases than may wait are refused, and those taken are kept', async () => {
    const ledger = createLedger(writer, { batch: 2, waiting: 3 });
    const releases = Array.from({ length: 5 }, () => release());
    const settled = await Promise.allSettled(releases.map((one) => ledger.record(one)));
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(settled.at(-1)).toMatchObject({ reason: { code: 'LEDGER_UNAVAILABLE' } });
  });

  test('close() waits for what was taken and takes no more', async () => {
    const ledger = createLedger(writer);
    const taken = [release(), release()];
    const recording = taken.map((one) => ledger.record(one));
    await ledger.close();
    expect(await onLedger(taken.map(({ id }) => id))).toBe(2);
    await Promise.all(recording);
    await expect(ledger.record(release())).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });
});

describe('when the connection is lost', () => {
  test('a batch that had been committed is not written twice, and its responses go out', async () => {
    let losses = 1;
    const losing: Connection = {
      ...writer,
      run: async (statement) => {
        const rows = await writer.run(statement);
        if (losses > 0) {
          losses -= 1;
          throw new Fault('DATABASE_UNREACHABLE');
        }
        return rows as never;
      },
    };
    const taken = [release(), release()];
    const ledger = createLedger(losing);
    await Promise.all(taken.map((one) => ledger.record(one)));
    expect(await onLedger(taken.map(({ id }) => id))).toBe(2);
  });

  test('the same ledger goes on when the server has ended its sessions', async () => {
    const ledger = createLedger(writer);
    await ledger.record(release());
    const owner = connect(database.address(), 'owner', { max: 1 });
    await owner.run({
      text: "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postern_ledger'",
      values: [],
    });
    await owner.close();
    const kept = release();
    await ledger.record(kept);
    expect(await onLedger([kept.id])).toBe(1);
  });

  test('nothing is recorded while the database is down, and recording works again when it is back', async () => {
    const ledger = createLedger(writer);
    await ledger.record(release());
    await database.stop();
    await expect(ledger.record(release())).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await database.restart();
    const back = connect(database.address(), 'ledger');
    const kept = release();
    await createLedger(back).record(kept);
    const rows = await back.run({
      text: 'select id from ledger.release where id = $1',
      values: [kept.id],
    });
    await back.close();
    expect(rows).toEqual([{ id: kept.id }]);
  });
});
