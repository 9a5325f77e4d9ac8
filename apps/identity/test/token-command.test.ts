import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthenticator, localKeys } from '@postern/authentication';
import { systemClock } from '@postern/database';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEVELOPMENT_AUDIENCE } from '../src/index.ts';
import type { Outcome } from '../src/token/command.ts';
import { tokenCommand } from '../src/token/command.ts';
import type { RunningIdentity } from './running-identity.ts';
import { PEOPLE, runningIdentity } from './running-identity.ts';
import { SignInFlow } from './sign-in-flow.ts';

const [morgan] = PEOPLE;

let running: RunningIdentity;
beforeAll(async () => {
  running = await runningIdentity();
});
afterAll(() => running.close());

function token(args: readonly string[], production = false): Promise<Outcome> {
  const environment = { production, home: running.home, port: 4123 };
  return tokenCommand({ args, environment, accounts: PEOPLE, now: new Date() });
}

async function announce(pid: number): Promise<void> {
  const { issuer, home } = running;
  await writeFile(join(home, 'running.json'), JSON.stringify({ pid, port: 4000, issuer }));
}

test('a token is accepted by the running service, and has what one from a sign-in has', async () => {
  await announce(process.pid);
  const { status, text } = await token([morgan.email]);
  expect(status).toBe(0);
  const authenticator = createAuthenticator({
    issuers: async () => [
      {
        id: 'development',
        url: running.issuer,
        profile: 'RFC9068',
        audience: DEVELOPMENT_AUDIENCE,
        jwksUri: `${running.issuer}/jwks`,
        algorithms: ['ES256'],
      },
    ],
    clock: systemClock,
  });
  await expect(authenticator.authenticate(`Bearer ${text}`)).resolves.toMatchObject({
    subject: morgan.subject,
    multiFactor: true,
  });

  const flow = new SignInFlow(running.issuer);
  const code = (await flow.signIn(morgan.email)).searchParams.get('code') ?? '';
  const { access_token } = (await (await flow.exchange(code)).json()) as { access_token: string };
  expect(decodeProtectedHeader(text)).toEqual(decodeProtectedHeader(access_token));
  const { jti: ours, iat, exp, auth_time, ...claims } = decodeJwt(text);
  const { jti: theirs, iat: _, exp: __, auth_time: ___, ...expected } = decodeJwt(access_token);
  expect(claims).toEqual(expected);
  expect(typeof ours).toBe(typeof theirs);
  expect([iat, (exp ?? 0) - (iat ?? 0)]).toEqual([auth_time, 3600]);
});

test('a token without the second factor shows one factor only', async () => {
  await announce(process.pid);
  const { text } = await token(['--without-second-factor', morgan.email]);
  const authenticator = createAuthenticator({
    issuers: async () => [
      {
        id: 'development',
        url: running.issuer,
        profile: 'RFC9068',
        audience: DEVELOPMENT_AUDIENCE,
        jwksUri: `${running.issuer}/jwks`,
        algorithms: ['ES256'],
      },
    ],
    clock: systemClock,
    keys: () => localKeys(running.identity.jwks),
  });
  await expect(authenticator.authenticate(`Bearer ${text}`)).resolves.toMatchObject({
    multiFactor: false,
  });
});

test.each([
  ['no server runs', async () => writeFile(join(running.home, 'running.json'), '{')],
  // No process has an id beyond the largest that Linux gives out.
  ['its process has gone', async () => announce(4_194_305)],
])('the issuer is the one the next start will have when %s', async (_, arrange) => {
  await arrange();
  const { text } = await token([morgan.email]);
  expect(decodeJwt(text).iss).toBe('http://localhost:4123/identity');
});

test('the list has a line an account: e-mail, tab, what it shows', async () => {
  expect(await token(['--list'])).toEqual({
    status: 0,
    text: 'morgan.taf@school.example\ta school’s TAF member\nana@council.example\tan analyst',
  });
});

test('an e-mail that is not known is refused in one line that says how to see those that are', async () => {
  const outcome = await token(['nobody@elsewhere.example']);
  expect(outcome.status).toBe(1);
  expect(outcome.text).toMatch(/^[^\n]*--list$/);
});

test.each([[[]], [['a@b.example', 'c@d.example']], [['--list', 'a@b.example']], [['--unknown']]])(
  'the arguments %j get the usage',
  async (args) => {
    const outcome = await token(args);
    expect(outcome.status).toBe(2);
    expect(outcome.text).toMatch(/^Usage: /);
  },
);

test.each([[[morgan.email]], [['--list']], [[]]])(
  'nothing is done in production: %j',
  async (args) => {
    expect(await token(args, true)).toEqual({
      status: 1,
      text: 'Development tokens are not made in production.',
    });
  },
);
