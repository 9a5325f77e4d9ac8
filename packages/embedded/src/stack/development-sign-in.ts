import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeyResolver } from '@postern/authentication';
import { localKeys } from '@postern/authentication';
import type { Mount } from '@postern/gateway';
import { createIdentity, DEVELOPMENT_AUDIENCE } from '@postern/identity';
import { sampleAccounts, sampleNewcomers } from '@postern/sample-county';

/** The development provider inside this process: where it is mounted, and its keys. */
export interface DevelopmentSignIn {
  readonly mount: Mount;
  keys(issuerId: string): KeyResolver | undefined;
}

export async function developmentSignIn(options: {
  readonly issuer: string;
  readonly keysFile: string;
  readonly onFailure: (error: unknown) => void;
}): Promise<DevelopmentSignIn> {
  const identity = await createIdentity({
    issuer: options.issuer,
    keysFile: options.keysFile,
    audience: DEVELOPMENT_AUDIENCE,
    accounts: [...sampleAccounts, ...sampleNewcomers],
    production: false,
    onFailure: options.onFailure,
  });
  const keys = localKeys(identity.jwks);
  return {
    mount: {
      prefix: new URL(options.issuer).pathname,
      handler: (request, response) => handleMounted(identity.handler, request, response),
    },
    keys: (issuerId) => (issuerId === 'development' ? keys : undefined),
  };
}

/** The provider wants the whole path; a mount gives it as `originalUrl`. */
function handleMounted(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
): void {
  if (request.originalUrl !== undefined) request.url = request.originalUrl;
  handler(request, response);
}
