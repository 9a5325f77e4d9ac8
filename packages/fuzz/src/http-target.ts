import type { Principal } from './principal.ts';
import type { FuzzRequest, Target } from './target.ts';

/** A service behind HTTP. */
export interface HttpService {
  /** Without a path. */
  readonly url: string;
  token(account: Extract<Principal, { kind: 'ACCOUNT' }>): Promise<string>;
  /** Gives each line of the log once. */
  takeLogLines(): readonly string[];
}

/** Far beyond what any answer takes. */
const LONGEST_ANSWER_MS = 30_000;

const MOST_ATTEMPTS = 5;

/** Sends requests as a frontend does, over connections that are kept. */
export function httpTarget(service: HttpService): Target {
  return {
    send: async (request) => {
      const response = await post(request, service);
      const body = await response.text();
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body,
        logLines: service.takeLogLines(),
      };
    },
  };
}

async function post(request: FuzzRequest, service: HttpService): Promise<Response> {
  const { principal, purpose, path, query, variables, operationName } = request;
  const authorization = await authorizationOf(principal, service);
  const send = (): Promise<Response> =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      headers: {
        'content-type': 'application/json',
        ...(authorization === null ? {} : { authorization }),
        ...(purpose === null ? {} : { 'purpose-of-use': purpose }),
      },
      body: JSON.stringify({ query, variables, operationName }),
    });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      // Each kept connection that idled may be ended while a request is on its way; more than that is a finding.
      if (!(error instanceof TypeError) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function authorizationOf(principal: Principal, service: HttpService): Promise<string | null> {
  switch (principal.kind) {
    case 'ACCOUNT':
      return `Bearer ${await service.token(principal)}`;
    case 'GARBAGE_TOKEN':
      return 'Bearer eyJhbGciOiJub25lIn0.e30.';
    case 'NO_TOKEN':
      return null;
  }
}
