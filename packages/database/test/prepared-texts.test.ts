import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Connection } from '../src/index.ts';
import { connect } from '../src/index.ts';
import { elsewhere } from './elsewhere.ts';
import { serverForFile } from './server.ts';

const server = serverForFile();
let single: Connection;

beforeAll(() => server.database());

beforeEach(() => {
  single = connect(server.database().address, 'owner', { max: 1 });
  return () => single.close();
});

const ask = (text: string): Promise<readonly object[]> =>
  single.run({ text: `${text} where $1`, values: [true] });

/** How many statements the session keeps, and which session it is. */
async function session(of: Connection = single): Promise<{ kept: number; pid: number }> {
  const [row] = await of.run<{ kept: number; pid: number }>({
    text: `select (select count(*)::int from pg_prepared_statements where statement not like '%pg_prepared_statements%') as kept, pg_backend_pid() as pid`,
    values: [],
  });
  return row ?? { kept: -1, pid: -1 };
}

test('a text that comes once is not kept, one that comes again is', async () => {
  for (let n = 0; n < 1_000; n += 1) await ask(`select ${n} as once`);
  expect(await session()).toMatchObject({ kept: 0 });
  for (let turn = 0; turn < 3; turn += 1) await ask('select 1 as again');
  expect(await session()).toMatchObject({ kept: 1 });
});

test('of texts that come again only so many are kept at a time, and all are answered', async () => {
  const first = await session();
  let most = 0;
  for (let n = 0; n < 1_000; n += 1) {
    for (let turn = 0; turn < 2; turn += 1)
      expect(await ask(`select ${n} as again`)).toEqual([{ again: n }]);
    if (n % 50 === 0) most = Math.max(most, (await session()).kept);
  }
  expect(most).toBeGreaterThan(100);
  expect(most).toBeLessThanOrEqual(200);
  const last = await session();
  expect(last.pid, 'a fresh session has taken the place of the full one').not.toBe(first.pid);
});

test('while a transaction is under way it keeps its session, and the others keep no more than they may', async () => {
  const wide = connect(server.database().address, 'owner', { max: 2 });
  try {
    await wide.transaction(async (transaction) => {
      const pid = { text: 'select pg_backend_pid() as pid', values: [] };
      const before = await transaction.run(pid);
      for (let n = 0; n < 300; n += 1)
        for (let turn = 0; turn < 2; turn += 1)
          await elsewhere(() => wide.run({ text: `select ${n} as n where $1`, values: [true] }));
      expect(await transaction.run(pid)).toEqual(before);
      expect((await elsewhere(() => session(wide))).kept).toBe(200);
    });
  } finally {
    await wide.close();
  }
});
