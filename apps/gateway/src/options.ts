import type { Authenticator } from '@postern/authentication';
import type { Limits, Log, Mount, Purpose } from '@postern/edge';
import type { Ledger } from '@postern/ledger';
import type { SubgraphExecutor } from './execution/subgraph.ts';
import type { PublicRegister } from './register.ts';
import type { FetchContext } from './request/context.ts';

/** The two faces of the supergraph: records of persons, and aggregates without record types. */
export type ContractName = 'records' | 'reporting';

/** A supergraph and who answers for each of its subgraphs, by the name it was composed under. */
export interface Contract {
  readonly supergraphSdl: string;
  readonly subgraphs: ReadonlyMap<string, SubgraphExecutor<FetchContext>>;
}

/** What reporting tools are told, each absent where nobody said. */
export interface ToolSettings {
  /** Where tools reach this gateway, e.g. `https://postern.example`; as they named it themselves when absent. */
  readonly publicUrl?: string | undefined;
  /** Where a stock connector signs a person in with their organisation's account. */
  readonly authorizationUri?: string | undefined;
}

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly contracts: Readonly<Record<ContractName, Contract>>;
  readonly authenticator: Authenticator;
  /** Says who calls for aggregates, where keys and services of reporting tools are let in as well; the same one when absent. */
  readonly reportingAuthenticator?: Authenticator;
  /** What reporting tools are told of where they are. */
  readonly tools?: ToolSettings;
  readonly ledger: Ledger;
  readonly clock: { now(): Date };
  /** The purposes of use that may be declared for records. */
  readonly purposes: readonly Purpose[];
  /** Switches off introspection and field suggestions, and asks browsers for HTTPS. */
  readonly production: boolean;
  readonly mounts: readonly Mount[];
  /** Who signed, for whoever asks; no such address without it. */
  readonly register?: PublicRegister;
  /** Resolves when requests can be served; what it throws, `/health/ready` reports by code. */
  ready(): Promise<void>;
  readonly log: Log;
  /** How many rules of live policy versions were set aside, for `/metrics`. */
  readonly corruptRules?: () => number;
  /** The sentence that every refusal carries for someone who cannot wait. */
  readonly urgentChannel?: string;
  /** The address to listen on; `localhost` when absent. */
  readonly host?: string;
  readonly limits?: Partial<Limits>;
}

/** A gateway that can be started once and closed once. */
export interface Gateway {
  /** Port 0 takes any free port. Throws Fault PORT_IN_USE. */
  listen(port: number): Promise<{ readonly url: string }>;
  /** Takes no new request, answers those under way, then resolves. */
  close(): Promise<void>;
}
