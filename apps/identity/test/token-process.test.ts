import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAuthenticator, localKeys } from '@postern/authentication';
import { systemClock } from '@postern/database';
import { sampleAccounts, sampleNewcomers } from '@postern/sample-county';
import { beforeAll, expect, test } from 'vitest';
import { DEVELOPMENT_AUDIENCE } from '../src/index.ts';
import { identityKeys, publicKeys } from '../src/keys-file.ts';

const COMMAND = fileURLToPath(new URL('../src/token.ts', import.meta.url));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'token-'));
});

function run(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { NODE_ENV: _, PORT: __, ...inherited } = process.env;
  const env = { ...inherited, POSTERN_HOME: home, ...settings };
  const child = spawn(process.execPath, [COMMAND, ...args], { env });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
  return new Promise((resolve) => {
    child.on('close', (status) =>
      resolve({ status, stdout: stdout.join(''), stderr: stderr.join('') }),
    );
  });
}

test('prints the token alone, good for the service that starts later', async () => {
  const [first] = sampleAccounts;
  const { status, stdout, stderr } = await run([first?.email ?? '']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);

  const issuer = 'http://localhost:4000/identity';
  const keys = localKeys(publicKeys(await identityKeys(join(home, 'identity-keys.json'))));
  const authenticator = createAuthenticator({
    issuers: async () => [
      {
        id: 'development',
        url: issuer,
        profile: 'RFC9068',
        audience: DEVELOPMENT_AUDIENCE,
        jwksUri: `${issuer}/jwks`,
        algorithms: ['ES256'],
      },
    ],
    clock: systemClock,
    keys: () => keys,
  });
  await expect(authenticator.authenticate(`Bearer ${stdout.trim()}`)).resolves.toMatchObject({
    subject: first?.subject,
    multiFactor: true,
  });
});

test('lists the sample accounts and who has none yet on standard output', async () => {
  const { status, stdout } = await run(['--list']);
  expect(status).toBe(0);
  const people = [...sampleAccounts, ...sampleNewcomers];
  expect(stdout).toBe(people.map(({ email, shows }) => `${email}\t${shows}\n`).join(''));
});

test.each([
  ['an unknown e-mail', 1, ['nobody@elsewhere.example'], {}],
  ['no argument', 2, [], {}],
  ['production', 1, ['--list'], { NODE_ENV: 'production' }],
  ['a port that is none', 1, ['--list'], { PORT: 'ninety' }],
])('writes nothing to standard output for %s', async (_, status, args, settings) => {
  const ended = await run(args, settings);
  expect(ended).toMatchObject({ status, stdout: '' });
  expect(ended.stderr).not.toMatch(/\n {4}at /);
});
