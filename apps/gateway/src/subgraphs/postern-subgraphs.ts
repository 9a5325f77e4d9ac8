import { Fault } from '@postern/errors';
import type { RecordingAssertions } from '@postern/subgraph-kit';
import type { SubgraphExecutor } from '../execution/subgraph.ts';
import type { FetchContext } from '../request/context.ts';
import { JsonClient } from '../transport/json-client.ts';
import type { SubgraphAddress } from './postern-subgraph.ts';
import { posternSubgraph } from './postern-subgraph.ts';

/** A statement may take ten seconds; nobody waits for more than one and its way. */
const LONGEST_FETCH_MS = 12_000;
const LONGEST_CHECK_MS = 2_000;
/** Bytes: a hundred families, everyone in them and all that is written about them, several times over. */
const LARGEST_ANSWER = 32 * 1024 * 1024;
const CONNECTIONS_EACH = 64;

/** The subgraphs of a gateway in processes of their own. */
export interface PosternSubgraphs {
  executor(name: string): SubgraphExecutor<FetchContext>;
  /** Resolves when of each subgraph some process can serve; throws Fault SUBGRAPH_FAILED naming one that cannot. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** What asking them takes. */
export interface PosternSubgraphsOptions {
  readonly addresses: readonly SubgraphAddress[];
  readonly assertions: RecordingAssertions;
  readonly clock: { now(): Date };
  /** Milliseconds that a fetch may take; 12 s when absent. */
  readonly timeout?: number;
}

/** Asks subgraphs over connections that stay open, bounded in number, time and size. */
export function createPosternSubgraphs(options: PosternSubgraphsOptions): PosternSubgraphs {
  const client = new JsonClient({
    timeout: options.timeout ?? LONGEST_FETCH_MS,
    largestAnswer: LARGEST_ANSWER,
    connections: CONNECTIONS_EACH,
  });
  const addresses = new Map(options.addresses.map((address) => [address.name, address]));
  return {
    executor: (name) => {
      const address = addresses.get(name) ?? { name, urls: [] };
      return posternSubgraph(address, { ...options, client });
    },
    ready: async () => {
      await Promise.all([...addresses.values()].map(someReady));
    },
    close: () => client.close(),
  };
}

async function someReady({ name, urls }: SubgraphAddress): Promise<void> {
  try {
    await Promise.any(urls.map(isReady));
  } catch {
    throw new Fault('SUBGRAPH_FAILED', { logged: { subgraph: name, reason: 'NOT_READY' } });
  }
}

async function isReady(url: URL): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_CHECK_MS);
  const { ok } = await fetch(new URL('/health/ready', url), { signal });
  if (!ok) throw new Error('It says that it is not ready.');
}
