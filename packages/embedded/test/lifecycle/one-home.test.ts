import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectRefusal } from '../bad-input/plain-refusal.ts';
import { ask, health, token } from './asking.ts';
import { isAlive, newHome, PosternProcess, serverPid, unusedPort } from './postern-process.ts';

const home = newHome();
const port = await unusedPort();
const environment = { POSTERN_HOME: home.path, PORT: String(port) };
afterAll(() => home.remove());

/** Killed while it loads; from the beginning where it had loaded all before the signal came. */
async function startedAfterAKill(): Promise<PosternProcess> {
  for (;;) {
    const killed = new PosternProcess(environment);
    await killed.printed('Sample county: loading');
    expect(await killed.stopped('SIGKILL')).toBe(-1);
    const started = new PosternProcess(environment);
    await started.ready();
    if (!started.output.includes('Sample county: already here (60 episodes)')) return started;
    expect((await ask(port, (await token(home.path)).out)).text).toContain('EH-');
    await started.stopped();
    await home.remove();
  }
}

// The tests of this file follow one installation from its first start on.

test('Ctrl-C in the middle of the first start leaves nothing running', async () => {
  const interrupted = new PosternProcess(environment);
  await interrupted.printed('Schema families');
  const server = serverPid(home.path);
  expect(isAlive(server)).toBe(true);
  expect(await interrupted.stopped('SIGINT')).toBe(130);
  expect(interrupted.output).toContain('Stopped before it was ready.');
  expect(interrupted.errors).toBe('');
  expect(isAlive(server)).toBe(false);
});

test('killed while the county is loaded, it starts afresh and says where things are', async () => {
  const started = await startedAfterAKill();
  for (const text of [
    'left behind',
    'Sample county: loading',
    `http://localhost:${port}/graphql`,
    `http://localhost:${port}/reporting/graphql`,
    'grace.adebayo@fernhollow.example',
    'npm run -s token',
    join(home.path, 'notices'),
  ])
    expect(started.output).toContain(text);
  const bearer = await token(home.path);
  expect((await ask(port, bearer.out)).text).toContain('EH-');

  const second = new PosternProcess({ ...environment, PORT: String(await unusedPort()) });
  expect(await second.ended()).not.toBe(0);
  expect(second.errors).toMatch(/^Postern could not start: .+ \[ALREADY_RUNNING\]\n$/);
  expect((await ask(port, bearer.out)).status).toBe(200);

  const server = serverPid(home.path);
  started.signal('SIGINT');
  expect(await started.stopped('SIGINT')).toBe(0);
  expect(started.output).toContain('Stopped.');
  expect(isAlive(server)).toBe(false);
});

test('it outlives its database, refuses plainly, and recovers from kill -9 of both', async () => {
  const serving = new PosternProcess(environment);
  await serving.ready();
  expect(serving.output).toContain('already here');
  const bearer = (await token(home.path)).out;
  expect((await ask(port, bearer)).status).toBe(200);
  const server = serverPid(home.path);
  process.kill(server ?? Number.NaN, 'SIGKILL');
  // The first answers may still come from sessions that have not noticed.
  let answer = await ask(port, bearer);
  while (answer.status === 200) answer = await ask(port, bearer);
  expectRefusal(answer, 503, 'DATABASE_UNREACHABLE');
  expectRefusal(await ask(port, bearer), 503, 'DATABASE_UNREACHABLE');
  expect(await health(port, 'ready')).toBe(503);
  expect(await health(port, 'live')).toBe(200);
  expect(await serving.stopped('SIGTERM')).toBe(0);
  expect(serving.errors).not.toMatch(/eyJ|episodes|\bselect\b|Bearer/);

  const killed = new PosternProcess(environment);
  await killed.ready();
  const orphan = serverPid(home.path);
  expect(await killed.stopped('SIGKILL')).toBe(-1);
  expect(isAlive(orphan)).toBe(true);
  const recovered = new PosternProcess(environment);
  await recovered.ready();
  expect(recovered.output).toContain('left behind');
  expect(serverPid(home.path)).not.toBe(orphan);
  expect((await ask(port, (await token(home.path)).out)).status).toBe(200);
  expect(await recovered.stopped('SIGHUP')).toBe(0);
});

test('production of the same folder has no sign-in, no sample people and no token', async () => {
  const production = new PosternProcess({
    ...environment,
    NODE_ENV: 'production',
    POSTERN_PUBLIC_URL: 'https://postern.example',
    POSTERN_SMTP_URL: 'smtp://127.0.0.1:1',
    POSTERN_MAIL_FROM: 'postern@county.example',
  });
  await production.ready();
  expect(production.output).not.toMatch(/Sample county|Sign-in|sample people|npm run|Notices/);
  const discovery = await fetch(
    `http://localhost:${port}/identity/.well-known/openid-configuration`,
  );
  expect(discovery.status).toBe(404);
  const refused = await token(home.path, { NODE_ENV: 'production' });
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('production');
  // A token of the development provider, made while it still ran here, opens nothing now.
  expectRefusal(await ask(port, (await token(home.path)).out), 401, 'ISSUER_UNKNOWN');
  expect(await production.stopped()).toBe(0);
});
