import { beforeAll, expect, test } from 'vitest';
import type { Connection } from '../src/index.ts';
import { connect } from '../src/index.ts';
import { serverForFile } from './server.ts';

const server = serverForFile();
let owner: Connection;

beforeAll(() => {
  owner = connect(server.database().address, 'owner', { max: 1 });
  return () => owner.close();
});

test('a statement of which the answer is not wanted any more is ended in the database, and its session goes on', async () => {
  const single = connect(server.database().address, 'owner', {
    max: 1,
    applicationName: 'cancelled',
  });
  const stop = new AbortController();
  const running = single.run({ text: 'select pg_sleep(600)', values: [] }, stop.signal);
  const ended = expect(running).rejects.toMatchObject({ logged: { sqlstate: '57014' } });
  const at = { text: "select state from pg_stat_activity where application_name = 'cancelled'" };
  await expect.poll(async () => owner.run({ ...at, values: [] })).toEqual([{ state: 'active' }]);
  stop.abort();
  await ended;
  expect(await single.run({ text: 'select 1 as n', values: [] })).toEqual([{ n: 1 }]);
  await expect(single.run({ text: 'select 2 as n', values: [] }, stop.signal)).rejects.toThrow();
  await single.close();
});
