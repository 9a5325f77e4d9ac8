import { mkdtemp } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthenticator } from '@postern/authentication';
import { systemClock } from '@postern/database';
import type { Identity } from '../src/index.ts';
import { createIdentity, DEVELOPMENT_AUDIENCE } from '../src/index.ts';

export const REDIRECT_URI = 'http://localhost:5173/signed-in';

export const PEOPLE = [
  {
    email: 'morgan.taf@school.example',
    subject: 'sub-morgan',
    name: 'Morgan <Okafor> & "Co"',
    shows: 'a school’s TAF member',
  },
  { email: 'ana@council.example', subject: 'sub-ana', name: 'Ana Reyes', shows: 'an analyst' },
] as const;

export interface RunningIdentity {
  readonly issuer: string;
  readonly home: string;
  readonly identity: Identity;
  close(): Promise<void>;
}

/** The provider under a path prefix of a real server, beside something else at the root. */
export async function runningIdentity(): Promise<RunningIdentity> {
  const home = await mkdtemp(join(tmpdir(), 'identity-'));
  let identity: Identity | undefined;
  const server = createServer((request, response) => {
    if (identity !== undefined && request.url?.startsWith('/identity')) {
      identity.handler(request, response);
    } else response.end('the gateway');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/identity`;
  identity = await createIdentity({
    issuer,
    keysFile: join(home, 'identity-keys.json'),
    audience: DEVELOPMENT_AUDIENCE,
    accounts: PEOPLE,
    production: false,
    redirectUris: [REDIRECT_URI],
  });
  return { issuer, home, identity, close: () => closed(server) };
}

/** Trusts the provider by its published keys, fetched over HTTP. */
export function trusting({
  issuer,
}: Pick<RunningIdentity, 'issuer'>): ReturnType<typeof createAuthenticator> {
  return createAuthenticator({
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
  });
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
