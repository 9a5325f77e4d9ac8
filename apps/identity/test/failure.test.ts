import { mkdtemp } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createIdentity, DEVELOPMENT_AUDIENCE } from '../src/index.ts';
import { PEOPLE } from './running-identity.ts';

test('a failure inside is told to the service, and only its fact to the browser', async () => {
  const home = await mkdtemp(join(tmpdir(), 'identity-'));
  const failures: unknown[] = [];
  const identity = await createIdentity({
    issuer: 'http://localhost:4000/identity',
    keysFile: join(home, 'identity-keys.json'),
    audience: DEVELOPMENT_AUDIENCE,
    accounts: PEOPLE,
    production: false,
    onFailure: (error) => failures.push(error),
  });
  const failure = new Error('the stylesheet is gone');
  const request = new IncomingMessage(new Socket());
  request.url = '/identity/sign-in.css';
  const response = new ServerResponse(request);
  const statuses: number[] = [];
  const ended = new Promise<string>((resolve) => {
    response.writeHead = (status: number): ServerResponse => {
      statuses.push(status);
      if (statuses.length === 1) throw failure;
      return response;
    };
    response.end = (body: unknown): ServerResponse => {
      resolve(String(body));
      return response;
    };
  });
  identity.handler(request, response);
  expect(await ended).toContain('<h1>The sign-in failed</h1>');
  expect(failures).toEqual([failure]);
  expect(statuses).toEqual([200, 500]);
});
