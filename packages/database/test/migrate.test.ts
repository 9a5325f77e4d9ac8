import { once } from 'node:events';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DatabaseAddress } from '../src/index.ts';
import {
  connect,
  createDatabaseFromTemplate,
  dropDatabase,
  migrate,
  ping,
  SERVICE_ROLES,
} from '../src/index.ts';
import { startProcess } from './child-process.ts';
import { serverForFile } from './server.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const server = serverForFile();
const house = { name: 'house', folder: new URL('./migrations/', import.meta.url) };

describe('migrating', { timeout: 60_000 }, () => {
  test('applies each migration once and lets every role sign in', async () => {
    const address = await server.emptyDatabase();
    const lines: string[] = [];
    await migrate(address, [house], (line) => lines.push(line));
    await migrate(address, [house], (line) => lines.push(line));
    expect(lines).toEqual(['Schema house: 2 applied', 'Schema house: up to date']);
    for (const role of SERVICE_ROLES) await withConnection(address, role, ping);
  });

  test('gives a role what its migration grants and no more', async () => {
    const address = await server.emptyDatabase();
    await migrate(address, [house], () => {});
    const read = { text: 'select name from house.room', values: [] };
    await withConnection(address, 'families', async (families) => {
      expect(await families.run(read)).toEqual([{ name: 'kitchen' }]);
      const creating = families.script('create table public.mine (n int)');
      await expect(creating).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
    });
    await withConnection(address, 'episodes', async (episodes) => {
      await expect(episodes.run(read)).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
    });
  });

  test('may run in several processes and databases of one server at once', async () => {
    const [one, two] = [await server.emptyDatabase(), await server.emptyDatabase()];
    const started = [one, one, two, two].map((address) =>
      startProcess('migrating-process.ts', address.urlFor('owner'), house.name, house.folder.href),
    );
    const codes = await Promise.all(
      started.map(async ({ child }) => (await once(child, 'exit'))[0]),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    for (const address of [one, two]) {
      await withConnection(address, 'owner', async (owner) => {
        const text = 'select count(*) as n from postern.house_migration';
        expect(await owner.run({ text, values: [] })).toEqual([{ n: 2 }]);
      });
      await withConnection(address, 'families', ping);
    }
  });

  test('that fails names the source and nothing of the statement, and leaves the schema as it was', async () => {
    const address = await server.emptyDatabase();
    const folder = await temporaryDirectory();
    await cp(house.folder, folder, { recursive: true });
    await writeFile(join(folder, '0001_reading.sql'), "SELECT 'canary'::int4;");
    const broken = { name: 'house', folder: pathToFileURL(`${folder}/`) };
    const thrown: unknown = await migrate(address, [broken], () => {}).catch(
      (error: unknown) => error,
    );
    expect(thrown).toMatchObject({
      code: 'MIGRATION_FAILED',
      logged: { source: 'house', sqlstate: '22P02' },
    });
    expect(thrown).not.toHaveProperty('cause');
    expect(JSON.stringify(thrown)).not.toContain('canary');
    await withConnection(address, 'owner', async (owner) => {
      const text = "select to_regclass('house.room') is null as absent";
      expect(await owner.run({ text, values: [] })).toEqual([{ absent: true }]);
    });
    await migrate(address, [house], () => {});
  });

  test('without its folder is MIGRATION_FAILED', async () => {
    const address = await server.emptyDatabase();
    const folder = join(await temporaryDirectory(), 'empty');
    await mkdir(folder);
    const missing = { name: 'lost', folder: pathToFileURL(folder) };
    await expect(migrate(address, [missing], () => {})).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      logged: { source: 'lost' },
    });
  });
});

test('a copy of a migrated database has its rows and its roles, and can be dropped while in use', async () => {
  const template = await server.emptyDatabase();
  await migrate(template, [house], () => {});
  const copy = await createDatabaseFromTemplate(template, `${template.databaseName}_copy`);
  const families = connect(copy, 'families', { max: 1 });
  expect(await families.run({ text: 'select name from house.room', values: [] })).toHaveLength(1);
  await dropDatabase(copy);
  await expect(ping(families)).rejects.toMatchObject({ code: 'DATABASE_MISSING' });
  await families.close();
  await dropDatabase(copy);
});

async function withConnection(
  address: DatabaseAddress,
  role: Parameters<typeof connect>[1],
  work: (connection: ReturnType<typeof connect>) => Promise<void>,
): Promise<void> {
  const connection = connect(address, role, { max: 1 });
  try {
    await work(connection);
  } finally {
    await connection.close();
  }
}
