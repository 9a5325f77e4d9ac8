import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault } from '@postern/errors';
import type { SampleAccount } from '@postern/sample-county';
import type { JSONWebKeySet } from 'jose';
import { Accounts } from './accounts.ts';
import { identityKeys, publicKeys } from './keys-file.ts';
import { Layout } from './pages/layout.ts';
import { createProvider } from './provider/provider.ts';
import { createSignIn } from './sign-in/sign-in.ts';

/** What the development provider is made of. */
export interface IdentityOptions {
  /** With the path prefix it is mounted under, e.g. `http://localhost:4000/identity`. */
  readonly issuer: string;
  /** Where its keys are kept; made where there is none. */
  readonly keysFile: string;
  readonly audience: string;
  readonly accounts: readonly SampleAccount[];
  readonly production: boolean;
  /** Addresses the console may be sent back to; by default `/signed-in` beside the issuer. */
  readonly redirectUris?: readonly string[];
  /** Told of what failed inside; the person signing in sees only that it did. */
  readonly onFailure?: (error: unknown) => void;
}

/** A running provider, to be mounted under its issuer's path. */
export interface Identity {
  /** Takes requests whose `url` still holds the prefix. */
  handler(request: IncomingMessage, response: ServerResponse): void;
  /** The public keys, for verifying in the same process. */
  readonly jwks: JSONWebKeySet;
}

/** Makes the development provider; throws Fault IDENTITY_IN_PRODUCTION, for anyone may sign in here as anyone. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  if (options.production) throw new Fault('IDENTITY_IN_PRODUCTION');
  const { issuer, audience } = options;
  const redirectUris = options.redirectUris ?? [new URL('/signed-in', issuer).href];
  const keys = await identityKeys(options.keysFile);
  const accounts = new Accounts(options.accounts);
  const prefix = new URL(issuer).pathname.replace(/\/$/, '');
  const layout = new Layout({ prefix, redirectUris });
  const provider = createProvider({
    issuer,
    prefix,
    audience,
    keys,
    accounts,
    redirectUris,
    layout,
  });
  const onFailure = options.onFailure ?? (() => undefined);
  provider.on('server_error', (_, error) => onFailure(error));
  const signIn = createSignIn({ provider, accounts, layout });
  const protocol = provider.callback();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    const path = url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : undefined;
    if (path === undefined) {
      layout.notFound(response);
    } else if (!(await signIn(path, request, response))) {
      // The provider takes what precedes `url` in `originalUrl` for the path it is mounted under.
      Object.assign(request, { originalUrl: url, url: path });
      await protocol(request, response);
    }
  };
  return {
    handler: (request, response) => {
      handle(request, response).catch((error: unknown) => {
        onFailure(error);
        layout.failed(response);
      });
    },
    jwks: publicKeys(keys),
  };
}
