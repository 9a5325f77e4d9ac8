import type { Authenticator } from '@postern/authentication';
import type { Limits, Log, Purpose } from '@postern/edge';
import type { Ledger } from '@postern/ledger';
import type { InProcessSubgraph, RecordingAssertions } from '@postern/subgraph-kit';

/** What a subgraph in a process of its own is made of. */
export interface SubgraphServerOptions {
  readonly subgraph: InProcessSubgraph;
  /** The face of the supergraph that it belongs to: of its purposes and of what it may release. */
  readonly contract: 'records' | 'reporting';
  readonly authenticator: Authenticator;
  /** Where a release goes that no Postern gateway has said it will record. */
  readonly ledger: Ledger;
  readonly assertions: RecordingAssertions;
  readonly clock: { now(): Date };
  /** The purposes of use that may be declared for records. */
  readonly purposes: readonly Purpose[];
  /** Switches off introspection, `_service` and field suggestions, and asks clients for HTTPS. */
  readonly production: boolean;
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

/** A subgraph's server, which can be started once and closed once. */
export interface SubgraphServer {
  /** Port 0 takes any free port. Throws Fault PORT_IN_USE. */
  listen(port: number): Promise<{ readonly url: string }>;
  /** Takes no new request, answers those under way, then resolves; the subgraph itself stays open. */
  close(): Promise<void>;
}
