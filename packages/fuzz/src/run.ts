import type { Coverage } from './coverage.ts';
import { draws } from './grammar/draw.ts';
import type { Finding, Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { randomRequest } from './random-request.ts';
import { reduced } from './reduce.ts';
import type { FuzzRequest } from './target.ts';
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
  readonly seed: number;
  /** Its place in the run, from 1. */
  readonly query: number;
  /** The smallest request that still brings it, sent alone; as it was where alone it brings nothing. */
  readonly request: FuzzRequest;
  readonly isReduced: boolean;
  readonly findings: readonly Finding[];
}

/** Sends the requests of a seed until all are sent or one brings what must not be; null where none does. */
export async function runFuzz(
  run: FuzzRun,
  world: World,
  coverage: Coverage,
): Promise<Failure | null> {
  const waiting = draws(run.seed, run.queries).entries();
  const found: Omit<Failure, 'isReduced'>[] = [];
  const work = async (): Promise<void> => {
    for (const [index, draw] of waiting) {
      const request = randomRequest(draw, world);
      const judgement = await ask(request, world);
      const { findings } = judgement;
      if (findings.length > 0) found.push({ seed: run.seed, query: index + 1, request, findings });
      if (found.length > 0) return;
      const { isJustified } = world.entitlements.of(request.principal, request.purpose);
      coverage.add(request, judgement, isJustified);
    }
  };
  await Promise.all(Array.from({ length: run.connections }, work));
  const [first] = found.toSorted((a, b) => onlyLogged(a) - onlyLogged(b) || a.query - b.query);
  return first === undefined ? null : reduce(first, world);
}

/** Sends one request and judges what comes back. */
export async function ask(request: FuzzRequest, world: World): Promise<Judgement> {
  const entitlement = world.entitlements.of(request.principal, request.purpose);
  try {
    const answer = await world.target.send(request);
    return judge(request, answer, { ways: world.ways, entitlement });
  } catch (error) {
    const what = reasonOf(error);
    const findings = [{ kind: 'NO_ANSWER', what }] as const;
    return { findings, codes: ['NO_ANSWER'], released: [], withheld: [] };
  }
}

/** Of requests under way at a time any may have logged; one whose own answer tells goes first. */
function onlyLogged({ findings }: Pick<Failure, 'findings'>): number {
  return findings.every(({ what }) => what.startsWith('logged ')) ? 1 : 0;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : '';
  return `${error.name}${code}`;
}

async function reduce(failure: Omit<Failure, 'isReduced'>, world: World): Promise<Failure> {
  const kinds = new Set(failure.findings.map(({ kind }) => kind));
  const fails = async (request: FuzzRequest): Promise<boolean> =>
    (await ask(request, world)).findings.some(({ kind }) => kinds.has(kind));
  if (!(await fails(failure.request))) return { ...failure, isReduced: false };
  const request = await reduced(failure.request, fails);
  const { findings } = await ask(request, world);
  return { ...failure, request, findings, isReduced: true };
}
