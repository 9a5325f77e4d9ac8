import { appendFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect, externalDatabase, ping, startEmbeddedDatabase } from '../src/index.ts';
import { killAtOnce, startProcess } from './child-process.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const quietly = { onProgress: (): void => {} };

describe('an embedded database', { timeout: 60_000 }, () => {
  test('is PostgreSQL 18 on the loopback address, durable, and quiet about its first start only once', async () => {
    const directory = join(await temporaryDirectory(), 'new', 'data');
    const lines: string[] = [];
    const database = await startEmbeddedDatabase({
      directory,
      onProgress: (line) => lines.push(line),
    });
    const owner = connect(database.address, 'owner');
    const [row] = await owner.run<Record<string, string>>({
      text: `select current_setting('server_version_num')::int4 / 10000 as major,
        current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as waits, current_setting('TimeZone') as zone`,
      values: [],
    });
    expect(row).toEqual({ major: 18, listens: '127.0.0.1', fsync: 'on', waits: 'on', zone: 'UTC' });
    await owner.close();
    await database.stop();
    expect(lines).toEqual(['Preparing PostgreSQL (first start only)', 'Starting PostgreSQL']);
  });

  test('keeps its rows and its password over a restart', async () => {
    const directory = await temporaryDirectory();
    const first = await startEmbeddedDatabase({ directory, ...quietly });
    const before = connect(first.address, 'owner');
    await before.script('create table kept (n int); insert into kept values (7)');
    await before.close();
    await first.stop();
    const lines: string[] = [];
    const second = await startEmbeddedDatabase({
      directory,
      onProgress: (line) => lines.push(line),
    });
    const after = connect(second.address, 'owner');
    expect(await after.run({ text: 'select n from kept', values: [] })).toEqual([{ n: 7 }]);
    expect(lines).toEqual(['Starting PostgreSQL']);
    await after.close();
    await second.stop();
    await second.stop();
  });

  test('keeps the owner’s password where only its user reads it', async () => {
    const directory = await temporaryDirectory();
    const database = await startEmbeddedDatabase({ directory, ...quietly });
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
    await database.stop();
  });

  test('is refused while this process or another runs it, and free once that ended', async () => {
    const directory = await temporaryDirectory();
    const held = startProcess('held-database.ts', directory);
    const url = (await held.firstLine).replace('ready ', '');
    const refused = { code: 'ALREADY_RUNNING' };
    await expect(startEmbeddedDatabase({ directory, ...quietly })).rejects.toMatchObject(refused);
    const other = connect(externalDatabase(url), 'owner');
    await ping(other);
    await other.close();
    await killAtOnce(held);
    const mine = await startEmbeddedDatabase({ directory, ...quietly });
    await expect(startEmbeddedDatabase({ directory, ...quietly })).rejects.toMatchObject(refused);
    await mine.stop();
  });

  test('recovers after kill -9 of its process, stopping the server left behind, and loses no commit', async () => {
    const directory = await temporaryDirectory();
    const held = startProcess('held-database.ts', directory);
    const url = (await held.firstLine).replace('ready ', '');
    const owner = connect(externalDatabase(url), 'owner');
    await owner.script('create table ledgered (n int); insert into ledgered values (1)');
    await owner.close();
    const left = Number(
      (await readFile(join(directory, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0],
    );
    await killAtOnce(held);
    expect(process.kill(left, 0)).toBe(true);

    const lines: string[] = [];
    const next = await startEmbeddedDatabase({ directory, onProgress: (line) => lines.push(line) });
    expect(lines[0]).toMatch(/left behind/);
    const after = connect(next.address, 'owner');
    expect(await after.run({ text: 'select n from ledgered', values: [] })).toEqual([{ n: 1 }]);
    await after.close();
    await next.stop();
  });

  test('recovers when its process and its server were both killed', async () => {
    const directory = await temporaryDirectory();
    const held = startProcess('held-database.ts', directory);
    const url = (await held.firstLine).replace('ready ', '');
    const owner = connect(externalDatabase(url), 'owner');
    await owner.script('create table ledgered (n int); insert into ledgered values (1)');
    await owner.close();
    const left = Number(
      (await readFile(join(directory, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0],
    );
    await killAtOnce(held);
    process.kill(left, 'SIGKILL');

    const next = await startEmbeddedDatabase({ directory, ...quietly });
    const after = connect(next.address, 'owner');
    expect(await after.run({ text: 'select n from ledgered', values: [] })).toEqual([{ n: 1 }]);
    await after.close();
    await next.stop();
  });

  test('starts although another program got the process number of a server that is gone', async () => {
    const directory = await temporaryDirectory();
    const first = await startEmbeddedDatabase({ directory, ...quietly });
    await first.stop();
    await writeFile(
      join(directory, 'cluster/postmaster.pid'),
      `${process.pid}\n${join(directory, 'cluster')}\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
    );
    const next = await startEmbeddedDatabase({ directory, ...quietly });
    await next.stop();
  });

  test('starts after a crash in the middle of the first preparation', async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, 'unfinished-1'));
    await writeFile(join(directory, 'unfinished-1', 'PG_VERSION'), '18\n');
    const database = await startEmbeddedDatabase({ directory, ...quietly });
    expect(await readdir(directory)).not.toContain('unfinished-1');
    await database.stop();
  });

  test('says plainly where to look when its data is damaged, and leaves the folder free', async () => {
    const directory = await temporaryDirectory();
    const first = await startEmbeddedDatabase({ directory, ...quietly });
    await first.stop();
    const control = join(directory, 'cluster/global/pg_control');
    await rename(control, `${control}.lost`);
    const failed = { code: 'EMBEDDED_DATABASE_FAILED', logged: { folder: directory } };
    await expect(startEmbeddedDatabase({ directory, ...quietly })).rejects.toMatchObject(failed);
    await rename(`${control}.lost`, control);
    const repaired = await startEmbeddedDatabase({ directory, ...quietly });
    await repaired.stop();
  });

  test('writes no statement and no value to its log', async () => {
    const directory = await temporaryDirectory();
    const database = await startEmbeddedDatabase({ directory, ...quietly });
    const owner = connect(database.address, 'owner');
    await appendFile(join(directory, 'server.log'), 'the log is this file\n');
    for (const text of ["select 'canary'::int4", "do $$ begin raise exception 'canary'; end $$"]) {
      await expect(owner.run({ text, values: [] })).rejects.toThrow();
    }
    await owner.close();
    await database.stop();
    const log = await readFile(join(directory, 'server.log'), 'utf8');
    expect(log).toContain('the log is this file');
    expect(log).toContain('shut down');
    expect(log).not.toContain('canary');
  });
});
