import { beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../src/index.ts';
import { connect, ping } from '../src/index.ts';
import { serverForFile } from './server.ts';

const server = serverForFile();
let owner: Connection;

beforeAll(async () => {
  owner = connect(server.database().address, 'owner', { max: 3 });
  await owner.script('create table entry (n int4 primary key)');
  return () => owner.close();
});

describe('a transaction', () => {
  test('asks its own session: asking the pool for another is a fault, not a wait for itself', async () => {
    const asked: readonly (() => Promise<unknown>)[] = [
      () => owner.run({ text: 'insert into entry values (70)', values: [] }),
      () => owner.transaction(async () => {}),
      () => owner.script('select 1'),
    ];
    for (const ask of asked)
      await expect(owner.transaction(ask)).rejects.toMatchObject({
        code: 'DATABASE_SECOND_SESSION',
      });
    expect(await owner.run({ text: 'select n from entry', values: [] })).toEqual([]);
  });

  test('leaves the pool free for others meanwhile, and for itself afterwards', async () => {
    const open = Promise.withResolvers<void>();
    const transaction = owner.transaction(() => open.promise);
    await ping(owner);
    open.resolve();
    await transaction;
    await ping(owner);
  });

  test('another pool may be asked within it', async () => {
    const other = connect(server.database().address, 'owner', { max: 1 });
    try {
      await owner.transaction(() => ping(other));
    } finally {
      await other.close();
    }
  });
});
