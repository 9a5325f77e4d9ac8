import { Fault, Refusal } from '@postern/errors';
import type { Ledger, ReleaseRecord } from '@postern/ledger';
import type { GatewayOptions, LogEntry } from '../src/index.ts';
import { createGateway } from '../src/index.ts';
import { aggregates, casework } from './casework.ts';
import type { Federation } from './federation.ts';
import { federate } from './federation.ts';

/** What a test may change about the gateway. */
export type Changes = Partial<Omit<GatewayOptions, 'contracts' | 'log'>> & {
  readonly records?: Federation;
};

/** How one request differs from an ordinary one. */
export interface Asking {
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: AnswerBody;
}

export interface AnswerBody {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

/** A gateway on a port of its own, and everything it did. */
export class GatewayUnderTest {
  readonly url: string;
  readonly federation: Federation;
  readonly releases: readonly ReleaseRecord[];
  readonly logged: readonly LogEntry[];
  readonly close: () => Promise<void>;

  private constructor(parts: Omit<GatewayUnderTest, 'ask' | 'send'>) {
    this.url = parts.url;
    this.federation = parts.federation;
    this.releases = parts.releases;
    this.logged = parts.logged;
    this.close = parts.close;
  }

  static async start({
    records = federate(casework),
    ...changes
  }: Changes = {}): Promise<GatewayUnderTest> {
    const releases: ReleaseRecord[] = [];
    const logged: LogEntry[] = [];
    const gateway = await createGateway({
      contracts: { records, reporting: federate(aggregates) },
      authenticator: { authenticate },
      ledger: ledgerInto(releases),
      clock: { now: () => new Date('2026-11-21T12:00:00Z') },
      purposes: ['UNDERSTAND_NEEDS', 'SAFEGUARDING'],
      production: false,
      mounts: [],
      ready: () => Promise.resolve(),
      log: (entry) => logged.push(entry),
      ...changes,
    });
    const { url } = await gateway.listen(0);
    const close = (): Promise<void> => gateway.close();
    return new GatewayUnderTest({ url, federation: records, releases, logged, close });
  }

  /** Sends a query as a practitioner with a token and a purpose. */
  ask(query: string, { variables, operationName, path, headers }: Asking = {}): Promise<Answer> {
    return this.send(path ?? '/graphql', {
      method: 'POST',
      body: JSON.stringify({ query, variables, operationName }),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  /** Sends any request; token and purpose are added unless set to undefined. */
  async send(
    path: string,
    { headers = {}, ...request }: Omit<RequestInit, 'headers'> & Pick<Asking, 'headers'>,
  ): Promise<Answer> {
    const all = { authorization: 'Bearer good', 'purpose-of-use': 'UNDERSTAND_NEEDS', ...headers };
    const given = Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    );
    const response = await fetch(this.url + path, { ...request, headers: given });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body = isJson ? (JSON.parse(text) as AnswerBody) : {};
    return { status: response.status, headers: response.headers, text, body };
  }
}

/** A ledger that keeps what it is given. */
export function ledgerInto(releases: ReleaseRecord[]): Ledger {
  return {
    record: (release) => {
      releases.push(release);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

function authenticate(authorization: string | undefined) {
  if (authorization === undefined) return Promise.reject(new Refusal('TOKEN_MISSING'));
  if (authorization === 'Bearer expired') return Promise.reject(new Refusal('TOKEN_EXPIRED'));
  if (authorization === 'Bearer unreachable') {
    return Promise.reject(
      new Fault('DATABASE_UNREACHABLE', { cause: new Error('password=secret') }),
    );
  }
  return Promise.resolve({
    issuerId: 'development',
    subject: 'subject-1',
    multiFactor: true,
    expiresAt: new Date('2026-11-21T13:00:00Z'),
    clientId: null,
  });
}
