import type { Partnership } from '@postern/agreements';
import type { Clock, DatabaseAddress, DatabaseRole } from '@postern/database';
import { connect, ping } from '@postern/database';
import type { DocumentScanner } from '@postern/document-scanner';
import type { Log } from '@postern/gateway';
import type { Ledger } from '@postern/ledger';
import { createLedger } from '@postern/ledger';
import { RecordingAssertions } from '@postern/subgraph-kit';
import { createSubgraphServer } from '@postern/subgraph-server';
import type { KeysOf } from '../stack/authenticator.ts';
import { recordsAuthenticatorOn, reportingAuthenticatorOn } from '../stack/authenticator.ts';
import { RECORD_BLUEPRINTS, wholePolicySchema } from '../stack/blueprints.ts';
import { corruptRules } from '../stack/corrupt-rules.ts';
import { RECORD_PURPOSES } from '../stack/purposes.ts';
import type { OpenConnection, OpenedSubgraph, SubgraphParts } from '../stack/subgraphs.ts';
import { openRecords, openReporting } from '../stack/subgraphs.ts';
import { Undo } from '../stack/undo.ts';
import { requirePrepared } from './prepared.ts';
import type { SubgraphName } from './service-name.ts';

/** What every service is made of. */
export interface ServiceOptions {
  /** Asked only for the roles of this service. */
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly production: boolean;
  readonly host: string;
  /** At least 32 bytes, the same in the gateway and every subgraph. */
  readonly recordingKey: Uint8Array;
  readonly log: Log;
  /** Keys of the development provider; none in production. */
  readonly keys?: KeysOf | undefined;
  /** By default none: what is uploaded then waits. */
  readonly scanner?: DocumentScanner | undefined;
  /** Replaces the ledger, for tests of what must not be released. */
  readonly ledger?: Ledger;
}

/** A service, and where it answers requests. */
export interface Service<Url extends string | null = string> {
  readonly url: Url;
  /** Answers what is under way, then ends its connections. */
  stop(): Promise<void>;
}

/** Starts one process of a subgraph on a prepared database. @throws Fault DATABASE_*, PORT_IN_USE */
export async function startSubgraphService(
  name: SubgraphName,
  port: number,
  options: ServiceOptions & {
    /** At least 32 bytes, the same in every process of every subgraph. */
    readonly cursorSecret: Uint8Array;
    /** The same in every process; by default Shropshire's. */
    readonly partnership?: Partnership | undefined;
  },
): Promise<Service> {
  const { address, clock, production, host, log } = options;
  const undo = new Undo();
  try {
    const open: OpenConnection = (role, settings) => connect(address, role, settings);
    const corrupt = corruptRules(log);
    const { onCorruptRule } = corrupt;
    const opened = openNamed(name, { ...options, open, onCorruptRule });
    undo.add(() => opened.close());
    const ledgerConnection = open('ledger', { max: 2 });
    undo.add(() => ledgerConnection.close());
    const connections = new Map([
      ...opened.connections,
      ['ledger' as DatabaseRole, ledgerConnection],
    ]);
    await requirePrepared(connections);
    const ledger = options.ledger ?? createLedger(ledgerConnection);
    undo.add(() => ledger.close());
    const server = createSubgraphServer({
      subgraph: opened.subgraph,
      contract: opened.contract,
      authenticator:
        opened.contract === 'reporting'
          ? reportingAuthenticatorOn(opened.access, options)
          : recordsAuthenticatorOn(opened.access, options),
      ledger,
      assertions: new RecordingAssertions(options.recordingKey),
      clock,
      purposes: RECORD_PURPOSES,
      production,
      host,
      ready: () => ping(opened.access),
      log,
      corruptRules: corrupt.count,
    });
    undo.add(() => server.close());
    const { url } = await server.listen(port);
    return { url, stop: () => undo.run() };
  } catch (error) {
    // What failed first is what is told.
    await undo.run().catch(() => {});
    throw error;
  }
}

function openNamed(
  name: SubgraphName,
  options: Omit<SubgraphParts, 'policySchema'> & { readonly cursorSecret: Uint8Array },
): OpenedSubgraph {
  const parts = { ...options, policySchema: wholePolicySchema() };
  const blueprint = RECORD_BLUEPRINTS.find((each) => each.name === name);
  return blueprint === undefined ? openReporting(parts) : openRecords(blueprint, parts);
}
