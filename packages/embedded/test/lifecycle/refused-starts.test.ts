import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { DatabaseAddress } from '@postern/database';
import { connect, siblingDatabase } from '@postern/database';
import { emptyDatabase } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newHome, PosternProcess, unusedPort } from './postern-process.ts';

const home = newHome();
const SECRET = 'Zzyzx-canary-password';
afterAll(() => home.remove());

/** One plain line, a code, the setting's name or the remedy, and none of what was given. */
async function expectRefused(
  environment: Readonly<Record<string, string>>,
  code: string,
): Promise<string> {
  const refused = new PosternProcess({ POSTERN_HOME: home.path, ...environment });
  expect(await refused.ended()).toBe(1);
  expect(refused.errors).toMatch(new RegExp(`^Postern could not start: [^\\n]+ \\[${code}\\]\\n$`));
  expect(refused.errors).not.toMatch(/Zzyzx|postgres:\/\/(?!user:password@host)|\n\s+at /);
  return refused.errors;
}

test.each(['abc', '-1', '65536'])('PORT=%s', async (PORT) => {
  expect(await expectRefused({ PORT }, 'SETTING_INVALID')).toContain('PORT');
});

test('production that could send no notices, before any database is prepared', async () => {
  const told = await expectRefused({ POSTERN_ENV: 'production' }, 'SETTING_INVALID');
  expect(told).toContain('POSTERN_SMTP_URL');
  expect(existsSync(join(home.path, 'database'))).toBe(false);
});

test('a home that is a file', async () => {
  const file = join(home.path, 'file');
  writeFileSync(file, '');
  const told = await expectRefused(
    { POSTERN_HOME: file, PORT: String(await unusedPort()) },
    'SETTING_INVALID',
  );
  expect(told).toContain('POSTERN_HOME');
});

test('a port in use, before any database is prepared', async () => {
  const other = createServer().listen(0, 'localhost');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await expectRefused({ PORT: String(port) }, 'PORT_IN_USE')).toContain(String(port));
  expect(existsSync(join(home.path, 'database'))).toBe(false);
  other.close();
});

describe('DATABASE_URL', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let owner: DatabaseAddress;
  beforeAll(async () => {
    database = await emptyDatabase();
    owner = database.address;
  });
  afterAll(() => database?.drop());

  /** The address of the test's own database with parts of it changed. */
  function changed(change: (url: URL) => void): string {
    const url = new URL(owner.urlFor('owner'));
    change(url);
    return url.href;
  }

  async function refusedUrl(DATABASE_URL: string, code: string): Promise<string> {
    return expectRefused({ DATABASE_URL, PORT: String(await unusedPort()) }, code);
  }

  test('that is no address of a PostgreSQL', async () => {
    await refusedUrl(`postgres://u:${SECRET}@local host/db`, 'DATABASE_URL_INVALID');
  });

  test('to a port where nothing listens', async () => {
    const port = await unusedPort();
    await refusedUrl(`postgres://u:${SECRET}@127.0.0.1:${port}/db`, 'DATABASE_UNREACHABLE');
  });

  test('to something that hangs up', async () => {
    const other = createServer((socket) => socket.resume().end()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await refusedUrl(`postgres://u:${SECRET}@127.0.0.1:${port}/db`, 'DATABASE_UNREACHABLE');
    other.close();
  });

  test('with a wrong password', async () => {
    const url = changed((each) => {
      each.password = SECRET;
    });
    await refusedUrl(url, 'DATABASE_REFUSED');
  });

  test('of a database that is not there', async () => {
    const url = changed((each) => {
      each.pathname = '/zzyzx';
    });
    await refusedUrl(url, 'DATABASE_MISSING');
  });

  test('of a user who may not create roles', async () => {
    const maintenance = connect(siblingDatabase(owner, owner.databaseName), 'owner', { max: 1 });
    await maintenance.script(`create role plain_user login password '${SECRET}'`);
    const url = changed((each) => {
      each.username = 'plain_user';
      each.password = SECRET;
    });
    try {
      expect(await refusedUrl(url, 'DATABASE_REFUSED')).toContain('create roles');
    } finally {
      await maintenance.script('drop role plain_user');
      await maintenance.close();
    }
  });
});
