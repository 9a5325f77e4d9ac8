import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A request as counted: which contract or subgraph, what became of it, how long it took. */
export interface Observation {
  readonly contract: string;
  readonly code: string;
  readonly milliseconds: number;
}

/** The figures of a process; labels are codes of ours, never anything a caller sent. */
export interface Metrics {
  requestEnded(observation: Observation): void;
  ledgerFailed(): void;
  /** The figures in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Figures that something else than the server keeps. */
export interface Kept {
  /** Rules of live policy versions that were set aside since the process started. */
  readonly corruptRules?: (() => number) | undefined;
}

/** Creates the figures of one server. */
export function createMetrics({ corruptRules }: Kept = {}): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Counter({
    name: 'postern_requests_total',
    help: 'GraphQL requests by contract and outcome.',
    labelNames: ['contract', 'code'],
    registers,
  });
  const durations = new Histogram({
    name: 'postern_request_seconds',
    help: 'Time from request to answer.',
    labelNames: ['contract'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const ledgerFailures = new Counter({
    name: 'postern_ledger_failures_total',
    help: 'Releases withheld because the disclosure ledger could not record them.',
    registers,
  });
  if (corruptRules !== undefined)
    new Gauge({
      name: 'postern_corrupt_rules',
      help: 'Rules of live policy versions that were set aside; what they concerned is denied.',
      registers,
      collect() {
        this.set(corruptRules());
      },
    });
  return {
    requestEnded({ contract, code, milliseconds }) {
      requests.inc({ contract, code });
      durations.observe({ contract }, milliseconds / 1_000);
    },
    ledgerFailed: () => ledgerFailures.inc(),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
