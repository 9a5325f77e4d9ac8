import type { Partnership } from '@postern/agreements';
import type { Clock, Connection } from '@postern/database';
import { connect } from '@postern/database';
import type { DocumentScanner } from '@postern/document-scanner';
import { eicarScanner } from '@postern/document-scanner';
import type { LogEntry, ToolSettings } from '@postern/gateway';
import type { Ledger } from '@postern/ledger';
import type { Purpose } from '@postern/policy';
import type { TestDatabase } from '@postern/testkit';
import { askedElsewhere, databaseFrom } from '@postern/testkit';
import { inject } from 'vitest';
import { prepareDatabase } from '../src/stack/prepare-database.ts';
import { createStack } from '../src/stack/stack.ts';
import type { ServicesOptions } from './shapes/services-shape.ts';
import { loopback, startServices } from './shapes/services-shape.ts';
import { ISSUER_URL, signToken, testKeys } from './signing.ts';

/** When the county was loaded and, unless a test moves its clock, when it is asked. */
export const COUNTY_NOW = new Date('2026-06-17T10:00:00Z');

/** Shared by every gate, as by every process of one installation: cursors of one are read by another. */
const CURSOR_SECRET = new Uint8Array(32).fill(7);

/** The sample county in a database of this test file's own, and the owner's connection to it. */
export interface CountyDatabase extends TestDatabase {
  readonly owner: Connection;
}

/** A copy of the prepared county; close it with `drop`. */
export async function countyDatabase(): Promise<CountyDatabase> {
  const database = await databaseFrom('county', (address) =>
    prepareDatabase(address, {
      now: COUNTY_NOW,
      county: 'small',
      history: 8,
      issuerUrl: ISSUER_URL,
      onProgress: () => {},
    }),
  );
  const owner = askedElsewhere(connect(database.address, 'owner', { max: 4 }));
  return {
    address: database.address,
    owner,
    drop: async () => {
      await owner.close();
      await database.drop();
    },
  };
}

/** A clock that stands still until a test moves it. */
export class CountyClock implements Clock {
  #now = COUNTY_NOW;

  now(): Date {
    return this.#now;
  }

  factsAt(): Date {
    return this.#now;
  }

  set(now: Date): void {
    this.#now = now;
  }
}

/** Whoever signs in: a practitioner of the cast, a sample account, or `{ subject: 'bulk-1' }`. */
export interface Asking {
  readonly subject: string;
}

/** How a question is put; by default to understand needs, after a second factor, at the gate's present moment. */
export interface Manner {
  /** Null sends no header. */
  readonly purpose?: Purpose | null;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly multiFactor?: boolean;
  readonly operationName?: string;
  readonly path?: '/graphql' | '/reporting/graphql';
}

export interface GraphQLErrorAnswer {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What was answered, untyped, here only: its shape follows from the query, and a test says what it expects of it. */
// biome-ignore lint/suspicious/noExplicitAny: tests read what they asked for.
export type Answered = any;

/** A GraphQL answer. */
export interface AnswerBody {
  readonly data?: Answered;
  readonly errors?: readonly GraphQLErrorAnswer[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
  /** The body as it came, byte for byte. */
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The shape in which suites that do not choose one run. */
    readonly shape: Shape;
  }
}

/** The shapes that Postern runs in: one process, or gateway and subgraphs apart with HTTP between them. */
export type Shape = 'embedded' | 'services';

/** Both, for `describe.each`. */
export const SHAPES: readonly Shape[] = ['embedded', 'services'];

/** The whole stack behind real HTTP. */
export interface Gate {
  readonly url: string;
  readonly shape: Shape;
  /** Where each subgraph is served; empty where they are in the gateway's own process. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** What the gateway told its log. */
  readonly log: readonly LogEntry[];
  ask(who: Asking, query: string, manner?: Manner): Promise<Answer>;
  token(who: Asking, signIn?: { readonly multiFactor?: boolean }): Promise<string>;
  close(): Promise<void>;
}

/** What a gate may be given; by default everything in one process, its clock at {@link COUNTY_NOW}. */
export interface GateOptions {
  /** By default the shape of the run of tests: vitest.config.ts says which suites run in both. */
  readonly shape?: Shape | undefined;
  readonly clock?: Clock;
  readonly ledger?: Ledger;
  readonly production?: boolean;
  /** By default Shropshire's. */
  readonly partnership?: Partnership | undefined;
  /** What reporting tools are told; nothing by default. */
  readonly tools?: ToolSettings;
  /** By default that of development. */
  readonly scanner?: DocumentScanner;
}

interface Served {
  readonly url: string;
  readonly subgraphs: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** A county and a gate to it in one shape. */
export interface OpenShape {
  readonly shape: Shape;
  readonly database: CountyDatabase;
  readonly gate: Gate;
  close(): Promise<void>;
}

/** Opens a county of the test's own behind a gate of the shape given. */
export async function openShape(
  shape: Shape,
  options: Omit<GateOptions, 'shape'> = {},
): Promise<OpenShape> {
  const database = await countyDatabase();
  try {
    const gate = await gateFor(database, { ...options, shape });
    return {
      shape,
      database,
      gate,
      close: async () => {
        await gate.close();
        await database.drop();
      },
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

/** Starts the stack on a free port, in the shape given or, without one, in that of the run of tests. */
export async function gateFor(
  database: Pick<CountyDatabase, 'address'>,
  options: GateOptions = {},
): Promise<Gate> {
  const { shape = inject('shape'), clock = new CountyClock(), ledger } = options;
  const log: LogEntry[] = [];
  const parts = {
    address: database.address,
    clock,
    production: options.production ?? false,
    cursorSecret: CURSOR_SECRET,
    log: (entry: LogEntry) => void log.push(entry),
    partnership: options.partnership,
    scanner: options.scanner ?? eicarScanner,
    tools: options.tools,
    ...(ledger === undefined ? {} : { ledger }),
  };
  // A test file outlives its gate: its variables stay for as long as the process runs other files.
  let served: Served | null = await (shape === 'embedded'
    ? serveEmbedded(parts)
    : serveServices(parts));
  const { url, subgraphs } = served;
  const tokens = new Map<string, Promise<string>>();
  const token: Gate['token'] = (who, { multiFactor = true } = {}) => {
    const now = clock.now();
    const key = `${who.subject} ${multiFactor} ${now.toISOString()}`;
    const known = tokens.get(key) ?? signToken(who.subject, { multiFactor, now });
    tokens.set(key, known);
    return known;
  };
  return {
    url,
    shape,
    subgraphs,
    log,
    token,
    ask: async (who, query, manner = {}) => {
      const { purpose = 'UNDERSTAND_NEEDS', variables, operationName } = manner;
      const response = await fetch(`${url}${manner.path ?? '/graphql'}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await token(who, { multiFactor: manner.multiFactor ?? true })}`,
          'content-type': 'application/json',
          ...(purpose === null ? {} : { 'purpose-of-use': purpose }),
        },
        body: JSON.stringify({ query, variables, operationName }),
      });
      const text = await response.text();
      return {
        status: response.status,
        text,
        body: JSON.parse(text) as AnswerBody,
        headers: Object.fromEntries(response.headers),
      };
    },
    close: async () => {
      const open = served;
      served = null;
      await open?.close();
    },
  };
}

async function serveEmbedded(parts: ServicesOptions): Promise<Served> {
  const stack = await createStack({ ...parts, host: '127.0.0.1', mounts: [], keys: testKeys });
  const { url } = await stack.gateway.listen(0);
  return { url: loopback(url), subgraphs: new Map(), close: () => stack.close() };
}

async function serveServices(parts: ServicesOptions): Promise<Served> {
  const { gateway, subgraphs, close } = await startServices(parts);
  return {
    url: loopback(gateway.url),
    subgraphs: new Map(
      [...subgraphs].map(([name, services]) => [name, loopback(services[0]?.url ?? '')]),
    ),
    close,
  };
}
