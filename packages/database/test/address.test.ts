import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDatabaseUrl, parseDatabaseUrl } from '../src/database-url.ts';
import { externalDatabase, SERVICE_ROLES, siblingDatabase } from '../src/index.ts';

describe('DATABASE_URL', () => {
  test.each([
    ['', 'form'],
    ['not a url', 'white space'],
    ['canary', 'form'],
    ['mysql://canary:canary@host/canary', 'scheme'],
    ['http://canary:canary@host/canary', 'scheme'],
    ['postgres://canary:canary@host', 'database'],
    ['postgres://canary:canary@host/', 'database'],
    ['postgres://canary:canary@host/a/b', 'database'],
    ['postgres://canary:canary@/canary', 'host'],
    ['postgres://:canary@host/canary', 'user'],
    ['postgres://canary@host/canary', 'password'],
    ['postgres://canary:%canary@host/canary', 'password'],
    ['postgres://canary:canary@host:99999/canary', 'form'],
    ['postgres://canary:canary@host:0/canary', 'port'],
    ['postgres://canary:canary@one,two/canary', 'host'],
    ['postgres://canary:canary@host/canary?options=-c%20canary', 'parameter'],
    ['postgres://canary:canary@host/canary?sslmode=canary', 'sslmode'],
    ['postgres://canary:canary@host/canary#canary', 'fragment'],
    [' postgres://canary:canary@host/canary', 'white space'],
    ['postgres://canary:canary@host/canary\n', 'white space'],
  ])('%j is refused for its %s and never repeated', (url, part) => {
    const thrown = thrownBy(() => externalDatabase(url));
    // An authority without a host is one that some URL parsers refuse outright.
    expect(thrown).toMatchObject({ code: 'DATABASE_URL_INVALID' });
    expect([part, 'form']).toContain((thrown as { logged: { part: string } }).logged.part);
    expect(inspect(thrown).replaceAll(/^\s+at .*$/gm, '')).not.toContain('canary');
  });

  test('any user, password and database survive being written and read', () => {
    // A URL cannot say "." or "..": both mean the folder they stand in, however they are written.
    const name = fc
      .string({ minLength: 1, maxLength: 15 })
      .filter((text) => !/[\0/]/.test(text) && !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(name, name, name, (user, password, database) => {
        const parts = {
          user,
          password,
          host: '127.0.0.1',
          port: 5433,
          database,
          tls: 'require',
        } as const;
        expect(parseDatabaseUrl(formatDatabaseUrl(parts))).toEqual(parts);
      }),
    );
  });
});

describe('role passwords', () => {
  const url = 'postgres://owner:s3cret@db.example:5433/county?sslmode=require';

  test('agree between processes that share DATABASE_URL, and differ by role and by owner', () => {
    const urls = SERVICE_ROLES.map((role) => externalDatabase(url).urlFor(role));
    expect(SERVICE_ROLES.map((role) => externalDatabase(url).urlFor(role))).toEqual(urls);
    const other = externalDatabase(url.replace('s3cret', 'another'));
    const passwords = [externalDatabase(url), other].flatMap((address) =>
      SERVICE_ROLES.map((role) => new URL(address.urlFor(role)).password),
    );
    expect(new Set(passwords).size).toBe(SERVICE_ROLES.length * 2);
    expect(urls.join()).not.toContain('s3cret');
    expect(urls[0]).toMatch(
      /^postgres:\/\/postern_families:[\w-]{43}@db\.example:5433\/county\?sslmode=require$/,
    );
  });

  test('derive from the secret given where the URL has no password', () => {
    const bare = 'postgres://owner@db.example/county';
    const address = externalDatabase(bare, { roleSecret: 'kept apart' });
    expect(address.urlFor('owner')).toBe('postgres://owner@db.example:5432/county');
    expect(new URL(address.urlFor('ledger')).password).toMatch(/^[\w-]{43}$/);
  });

  test('are the same for a sibling database', () => {
    const sibling = siblingDatabase(externalDatabase(url), 'copy');
    expect(sibling.databaseName).toBe('copy');
    expect(sibling.urlFor('ledger')).toBe(
      externalDatabase(url).urlFor('ledger').replace('/county', '/copy'),
    );
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}
