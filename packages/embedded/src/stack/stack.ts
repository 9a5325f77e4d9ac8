import type { Partnership } from '@postern/agreements';
import type { Clock, DatabaseAddress } from '@postern/database';
import { connect, ping } from '@postern/database';
import type { DocumentScanner } from '@postern/document-scanner';
import type { Gateway, Log, Mount, ToolSettings } from '@postern/gateway';
import { createGateway } from '@postern/gateway';
import type { Ledger } from '@postern/ledger';
import { createLedger } from '@postern/ledger';
import type { InProcessSubgraph } from '@postern/subgraph-kit';
import type { KeysOf } from './authenticator.ts';
import { recordsAuthenticatorOn, reportingAuthenticatorOn } from './authenticator.ts';
import { composeContracts, RECORD_BLUEPRINTS, wholePolicySchema } from './blueprints.ts';
import { corruptRules } from './corrupt-rules.ts';
import { publicRegister } from './public-register.ts';
import { RECORD_PURPOSES } from './purposes.ts';
import type { OpenConnection, OpenedSubgraph } from './subgraphs.ts';
import { openRecords, openReporting } from './subgraphs.ts';

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
  /** By default Shropshire's. */
  readonly partnership?: Partnership | undefined;
  /** By default none: what is uploaded then waits. */
  readonly scanner?: DocumentScanner | undefined;
  /** Keys of a provider in this process. */
  readonly keys?: KeysOf;
  /** What reporting tools are told. */
  readonly tools?: ToolSettings | undefined;
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

export async function createStack(options: StackOptions): Promise<Stack> {
  const { address, clock, cursorSecret, partnership, scanner } = options;
  const open: OpenConnection =
    options.open ?? ((role, settings) => connect(address, role, settings));
  const contracts = composeContracts();
  const gatewayConnection = open('gateway', { max: 2 });
  const ledgerConnection = open('ledger', { max: 2 });
  const ledger = options.ledger ?? createLedger(ledgerConnection);
  const corrupt = corruptRules(options.log);
  const { onCorruptRule } = corrupt;
  const parts = { open, clock, policySchema: wholePolicySchema(), onCorruptRule, partnership };
  const records = RECORD_BLUEPRINTS.map((blueprint) =>
    openRecords(blueprint, { ...parts, cursorSecret, scanner }),
  );
  const reporting = openReporting(parts);
  const gateway = await createGateway({
    contracts: {
      records: { supergraphSdl: contracts.records, subgraphs: executors(records) },
      reporting: { supergraphSdl: contracts.reporting, subgraphs: executors([reporting]) },
    },
    authenticator: recordsAuthenticatorOn(gatewayConnection, options),
    reportingAuthenticator: reportingAuthenticatorOn(gatewayConnection, options),
    ...(options.tools === undefined ? {} : { tools: options.tools }),
    ledger,
    clock,
    purposes: RECORD_PURPOSES,
    production: options.production,
    ...(options.host === undefined ? {} : { host: options.host }),
    mounts: options.mounts,
    register: publicRegister(gatewayConnection),
    ready: () => ping(gatewayConnection),
    log: options.log,
    corruptRules: corrupt.count,
  });
  return {
    gateway,
    close: async () => {
      await gateway.close();
      await ledger.close();
      await Promise.all([
        ...[...records, reporting].map((opened) => opened.close()),
        gatewayConnection.close(),
        ledgerConnection.close(),
      ]);
    },
  };
}

function executors(
  opened: readonly OpenedSubgraph[],
): ReadonlyMap<string, InProcessSubgraph['execute']> {
  return new Map(opened.map(({ subgraph }) => [subgraph.name, subgraph.execute]));
}
