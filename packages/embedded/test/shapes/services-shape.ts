import type { Partnership } from '@postern/agreements';
import type { Clock, DatabaseAddress } from '@postern/database';
import type { DocumentScanner } from '@postern/document-scanner';
import type { LogEntry, ToolSettings } from '@postern/gateway';
import type { Ledger } from '@postern/ledger';
import { startGatewayService } from '../../src/services/gateway-service.ts';
import type { SubgraphName } from '../../src/services/service-name.ts';
import { SUBGRAPH_NAMES } from '../../src/services/service-name.ts';
import type { Service } from '../../src/services/subgraph-service.ts';
import { startSubgraphService } from '../../src/services/subgraph-service.ts';
import { testKeys } from '../signing.ts';

/** Shared by the gateway and subgraphs of every test, as by those of one installation. */
export const RECORDING_KEY = new Uint8Array(32).fill(11);

/** What the services of a test run on. */
export interface ServicesOptions {
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly production: boolean;
  readonly cursorSecret: Uint8Array;
  readonly log: (entry: LogEntry) => void;
  readonly ledger?: Ledger;
  readonly partnership?: Partnership | undefined;
  readonly scanner?: DocumentScanner;
  readonly tools?: ToolSettings | undefined;
  /** Processes of each subgraph; one when absent. */
  readonly copies?: number;
  /** Milliseconds that a fetch may take. */
  readonly timeout?: number;
}

/** Gateway and subgraphs with real HTTP between them, on free ports of this machine, in this process for speed. */
export interface Services {
  readonly gateway: Service;
  readonly subgraphs: ReadonlyMap<SubgraphName, readonly Service[]>;
  /** Another gateway over the same subgraphs. */
  anotherGateway(): Promise<Service>;
  close(): Promise<void>;
}

/** Starts every service on a free port. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { copies = 1, ...rest } = options;
  const shared = { ...rest, host: '127.0.0.1', recordingKey: RECORDING_KEY, keys: testKeys };
  const subgraphs = new Map<SubgraphName, readonly Service[]>();
  const started: Service[] = [];
  const start = async (starting: Promise<Service>): Promise<Service> => {
    const service = await starting;
    started.unshift(service);
    return service;
  };
  await Promise.all(
    SUBGRAPH_NAMES.map(async (name) => {
      const each = Array.from({ length: copies }, () =>
        start(startSubgraphService(name, 0, shared)),
      );
      subgraphs.set(name, await Promise.all(each));
    }),
  );
  const addresses = [...subgraphs].map(([name, services]) => ({
    name,
    urls: services.map(({ url }) => new URL('/graphql', loopback(url))),
  }));
  const anotherGateway = (): Promise<Service> =>
    start(startGatewayService(0, { ...shared, subgraphs: addresses, mounts: [] }));
  return {
    gateway: await anotherGateway(),
    subgraphs,
    anotherGateway,
    close: async () => {
      // The latest first: a gateway ends what it asks before its subgraphs go.
      for (const service of started) await service.stop();
    },
  };
}

/** `localhost` may mean another protocol's address than the one listened on. */
export function loopback(url: string): string {
  return url.replace('localhost', '127.0.0.1');
}
