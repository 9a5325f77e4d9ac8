import { SHROPSHIRE } from '@postern/agreements';
import type { Authenticator, KeyResolver } from '@postern/authentication';
import { createAuthenticator, loadIssuers } from '@postern/authentication';
import type {
  Clock,
  Connection,
  ConnectOptions,
  DatabaseAddress,
  DatabaseRole,
} from '@postern/database';
import { connect, ping } from '@postern/database';
import type { Gateway, Log, Mount } from '@postern/gateway';
import { createGateway } from '@postern/gateway';
import type { Ledger } from '@postern/ledger';
import { createLedger } from '@postern/ledger';
import type { Purpose } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import { createReporting } from '@postern/reporting';
import type { InProcessSubgraph } from '@postern/subgraph-kit';
import { createSubgraph, ReleaseManifest, RowFetcher } from '@postern/subgraph-kit';
import { composeContracts, RECORD_BLUEPRINTS, recordTypes, wholeDictionary } from './blueprints.ts';

/** Opens a pool of connections for one role. */
export type OpenConnection = (role: DatabaseRole, options: ConnectOptions) => Connection;

/** What the one-process shape is made of. */
export interface StackOptions {
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly production: boolean;
  readonly host?: string;
  /** At least 32 bytes, kept between starts so that cursors stay good. */
  readonly cursorSecret: Uint8Array;
  readonly mounts: readonly Mount[];
  readonly log: Log;
  /** Keys of a provider in this process. */
  readonly keys?: (issuerId: string) => KeyResolver | undefined;
  /** Replaces the ledger, for tests of what must not be released. */
  readonly ledger?: Ledger;
  /** Replaces how connections are opened, for benchmarks that count or replace statements. */
  readonly open?: OpenConnection;
}

/** The gateway and every subgraph in one process, each on a connection of its own role. */
export interface Stack {
  readonly gateway: Gateway;
  close(): Promise<void>;
}

const RECORD_PURPOSES: readonly Purpose[] = PURPOSES.filter(
  (purpose) => purpose !== 'PLANNING_AND_REPORTING',
);

export async function createStack(options: StackOptions): Promise<Stack> {
  const { address, clock } = options;
  const open: OpenConnection =
    options.open ?? ((role, settings) => connect(address, role, settings));
  const dictionary = wholeDictionary();
  const contractTypes = recordTypes();
  const contracts = composeContracts();
  const gatewayConnection = open('gateway', { max: 2 });
  const ledgerConnection = open('ledger', { max: 2 });
  const ledger = options.ledger ?? createLedger(ledgerConnection);
  const records = RECORD_BLUEPRINTS.map((blueprint) =>
    createSubgraph(blueprint, {
      connection: open(blueprint.role, {
        max: 4,
        // Statements are compiled once and big: planning one costs more than any better plan would save.
        settings: { plan_cache_mode: 'force_generic_plan' },
      }),
      clock,
      inForce: SHROPSHIRE,
      dictionary,
      contractTypes,
      cursorSecret: options.cursorSecret,
    }),
  );
  const admission = open('partners', { max: 2 });
  const reporting = createReporting({
    connection: open('reporting', { max: 2 }),
    admit: admitTo(new Set(['EpisodeCounts']), admission, clock, dictionary),
  });
  const gateway = await createGateway({
    contracts: {
      records: { supergraphSdl: contracts.records, subgraphs: executors(records) },
      reporting: { supergraphSdl: contracts.reporting, subgraphs: executors([reporting]) },
    },
    authenticator: authenticatorOn(gatewayConnection, options),
    ledger,
    clock,
    purposes: RECORD_PURPOSES,
    production: options.production,
    ...(options.host === undefined ? {} : { host: options.host }),
    mounts: options.mounts,
    ready: () => ping(gatewayConnection),
    log: options.log,
  });
  return {
    gateway,
    close: async () => {
      await gateway.close();
      await ledger.close();
      await Promise.all([
        ...[...records, reporting].map((subgraph) => subgraph.close()),
        gatewayConnection.close(),
        ledgerConnection.close(),
        admission.close(),
      ]);
    },
  };
}

function executors(
  subgraphs: readonly InProcessSubgraph[],
): ReadonlyMap<string, InProcessSubgraph['execute']> {
  return new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph.execute]));
}

function authenticatorOn(connection: Connection, options: StackOptions): Authenticator {
  return createAuthenticator({
    // The development provider counts only where it runs in this process; its keys are never fetched.
    issuers: async () => {
      const issuers = await loadIssuers(connection);
      return issuers.filter(({ id }) => id !== 'development' || options.keys?.(id) !== undefined);
    },
    clock: options.clock,
    keys: (issuer) => options.keys?.(issuer.id),
  });
}

/** Admits callers to aggregates on the access facts, which reporting itself cannot read. */
function admitTo(
  served: ReadonlySet<string>,
  connection: Connection,
  clock: Clock,
  dictionary: ReturnType<typeof wholeDictionary>,
): Parameters<typeof createReporting>[0]['admit'] {
  const fetcher = new RowFetcher({
    connection,
    clock,
    inForce: SHROPSHIRE,
    dictionary,
    resources: [],
    served,
  });
  return (caller, purpose) => fetcher.admit({ caller, purpose, manifest: new ReleaseManifest() });
}
