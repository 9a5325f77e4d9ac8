import { connect, ping } from '@postern/database';
import type {
  FetchContext,
  Mount,
  SubgraphAddress,
  SubgraphExecutor,
  ToolSettings,
} from '@postern/gateway';
import { createGateway, createPosternSubgraphs } from '@postern/gateway';
import { createLedger } from '@postern/ledger';
import { RecordingAssertions } from '@postern/subgraph-kit';
import { recordsAuthenticatorOn, reportingAuthenticatorOn } from '../stack/authenticator.ts';
import { composeContracts, RECORD_BLUEPRINTS } from '../stack/blueprints.ts';
import { publicRegister } from '../stack/public-register.ts';
import { RECORD_PURPOSES } from '../stack/purposes.ts';
import { Undo } from '../stack/undo.ts';
import { requirePrepared } from './prepared.ts';
import type { Service, ServiceOptions } from './subgraph-service.ts';

/** Starts a gateway over subgraphs in other processes, which may start later. @throws Fault DATABASE_*, PORT_IN_USE */
export async function startGatewayService(
  port: number,
  options: ServiceOptions & {
    readonly subgraphs: readonly SubgraphAddress[];
    readonly mounts: readonly Mount[];
    /** What reporting tools are told. */
    readonly tools?: ToolSettings | undefined;
    /** Milliseconds that a fetch may take; 12 s when absent. */
    readonly timeout?: number;
  },
): Promise<Service> {
  const { address, clock, production, host, log, mounts, timeout } = options;
  const undo = new Undo();
  try {
    const connection = connect(address, 'gateway', { max: 2 });
    undo.add(() => connection.close());
    const ledgerConnection = connect(address, 'ledger', { max: 2 });
    undo.add(() => ledgerConnection.close());
    await requirePrepared(
      new Map([
        ['gateway' as const, connection],
        ['ledger' as const, ledgerConnection],
      ]),
    );
    const subgraphs = createPosternSubgraphs({
      addresses: options.subgraphs,
      assertions: new RecordingAssertions(options.recordingKey),
      clock,
      ...(timeout === undefined ? {} : { timeout }),
    });
    undo.add(() => subgraphs.close());
    const ledger = options.ledger ?? createLedger(ledgerConnection);
    undo.add(() => ledger.close());
    const contracts = composeContracts();
    const executors = (names: readonly string[]): Map<string, SubgraphExecutor<FetchContext>> =>
      new Map(names.map((name) => [name, subgraphs.executor(name)]));
    const records = RECORD_BLUEPRINTS.map(({ name }) => name);
    const gateway = await createGateway({
      contracts: {
        records: { supergraphSdl: contracts.records, subgraphs: executors(records) },
        reporting: { supergraphSdl: contracts.reporting, subgraphs: executors(['reporting']) },
      },
      authenticator: recordsAuthenticatorOn(connection, options),
      reportingAuthenticator: reportingAuthenticatorOn(connection, options),
      ...(options.tools === undefined ? {} : { tools: options.tools }),
      ledger,
      clock,
      purposes: RECORD_PURPOSES,
      production,
      host,
      mounts,
      register: publicRegister(connection),
      ready: async () => {
        await Promise.all([ping(connection), subgraphs.ready()]);
      },
      log,
    });
    undo.add(() => gateway.close());
    const { url } = await gateway.listen(port);
    return { url, stop: () => undo.run() };
  } catch (error) {
    // What failed first is what is told.
    await undo.run().catch(() => {});
    throw error;
  }
}
