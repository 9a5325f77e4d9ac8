import { chmod, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { identityKeys } from '../src/keys-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-keys-'));
});

test('keys are made once, in a folder made for them, readable by their owner only', async () => {
  const file = join(folder, 'new', 'identity-keys.json');
  const made = await identityKeys(file);
  expect(await identityKeys(file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'new'))).toEqual(['identity-keys.json']);
});

test('first starts at the same moment end up with the same keys', async () => {
  const file = join(folder, 'identity-keys.json');
  const made = await Promise.all([1, 2, 3, 4].map(() => identityKeys(file)));
  expect(new Set(made.map((keys) => keys.signing.kid)).size).toBe(1);
  expect(await readdir(folder)).toEqual(['identity-keys.json']);
});

test('a file that others may read is closed to them', async () => {
  const file = join(folder, 'identity-keys.json');
  await identityKeys(file);
  await chmod(file, 0o644);
  await identityKeys(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test.each(['', '{', '{"signing":{},"cookies":"x"}', '[]'])(
  'a file that holds %j is refused by name, unquoted and left as it is',
  async (content) => {
    const file = join(folder, 'identity-keys.json');
    await writeFile(file, content);
    const thrown: unknown = await identityKeys(file).catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      code: 'IDENTITY_KEYS_INVALID',
      logged: { file: 'identity-keys.json' },
    });
    expect(thrown).not.toHaveProperty('cause');
    expect(await readFile(file, 'utf8')).toBe(content);
  },
);
