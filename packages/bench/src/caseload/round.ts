import type { Contestant, ContestantName, RunningContestants } from './contestants/contestants.ts';
import { CONTESTANT_NAMES } from './contestants/contestants.ts';
import { closedLoop } from './measuring/load.ts';
import { postgresCpu, processCpu } from './measuring/process-cpu.ts';
import { percentile } from './measuring/statistics.ts';

/** One contestant's figures of one round; times in milliseconds, processor time per request. */
export interface Figures {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly nodeCpu: number;
  readonly postgresCpu: number;
}

export type Round = Readonly<Record<ContestantName, Figures>>;

/** How a round is run. */
export interface RoundSettings {
  readonly requests: number;
  readonly connections: number;
  /** Process id of the PostgreSQL server. */
  readonly postmaster: number;
}

/** Measures every contestant once; each round begins with another one. */
export async function runRound(
  number: number,
  { by }: RunningContestants,
  settings: RoundSettings,
): Promise<Round> {
  const first = number % CONTESTANT_NAMES.length;
  const order = [...CONTESTANT_NAMES.slice(first), ...CONTESTANT_NAMES.slice(0, first)];
  const figures = new Map<ContestantName, Figures>();
  for (const name of order) figures.set(name, await measure(by[name], settings));
  return Object.fromEntries(figures) as Round;
}

async function measure(
  { server, calls }: Contestant,
  { requests, connections, postmaster }: RoundSettings,
): Promise<Figures> {
  const node = processCpu(server.pid, { ended: false });
  const postgres = postgresCpu(postmaster);
  const { latencies, elapsed } = await closedLoop(calls, { requests, connections });
  return {
    requestsPerSecond: (requests / elapsed) * 1_000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    nodeCpu: (processCpu(server.pid, { ended: false }) - node) / requests,
    postgresCpu: (postgresCpu(postmaster) - postgres) / requests,
  };
}
