import type { Coverage } from './coverage.ts';

import { draws } from './grammar/draw.ts';
import type { Finding, Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { randomRequest } from './random-request.ts';
import type { FuzzRequest, Target } from './target.ts';
import type { World } from './world.ts';

/** A run of one seed. */
export interface FuzzRun {
  readonly seed: number;
  readonly queries: number;
  /** Requests under way at a time. */
  readonly connections: number;
}

/** A request that brought what must not be. */
export interface Failure {
  /** Its place in the run, from 1. */
  readonly query: number;
  readonly request: FuzzRequest;
  readonly findings: readonly Finding[];
}

/** Sends the requests of a seed until all are sent or one brings what must not be; null where none does. */
export async function runFuzz(
  run: FuzzRun,
  world: World,
  given: {
    readonly target: Target;
    readonly cursors: readonly string[];
    readonly coverage: Coverage;
  },
): Promise<Failure | null> {
  const waiting = draws(run.seed, run.queries).entries();
  let failure: Failure | null = null;
  const work = async (): Promise<void> => {
    for (const [index, draw] of waiting) {
      if (failure !== null) return;
      const request = randomRequest(draw, world, given.cursors);
      const judgement = await ask(request, world, given.target);
      if (judgement.findings.length > 0)
        failure ??= { query: index + 1, request, findings: judgement.findings };
      const { isJustified } = world.entitlements.of(request.principal, request.purpose);
      given.coverage.add(request, judgement, isJustified);
    }
  };
  await Promise.all(Array.from({ length: run.connections }, work));
  return failure;
}

/** Sends one request and judges what comes back. */
export async function ask(request: FuzzRequest, world: World, target: Target): Promise<Judgement> {
  const entitlement = world.entitlements.of(request.principal, request.purpose);
  try {
    return judge(request, await target.send(request), { ways: world.ways, entitlement });
  } catch (error) {
    const what = error instanceof Error ? error.name : 'unknown';
    return {
      findings: [{ kind: 'NO_ANSWER', what }],
      codes: ['NO_ANSWER'],
      released: [],
      withheld: [],
    };
  }
}

