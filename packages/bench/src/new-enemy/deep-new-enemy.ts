import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@postern/database';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { prepareDatabase } from '@postern/embedded';
import type { NewEnemyFigures, Target } from '@postern/fuzz';
import { findVictims, httpTarget, runNewEnemy } from '@postern/fuzz';
import type { Server } from '../caseload/contestants/contestant.ts';
import { startServer } from '../caseload/contestants/contestant.ts';
import { createTokenSigner, ISSUER_URL } from '../caseload/principals/tokens.ts';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';

const SETTINGS = { seed: 1, rounds: 10_000, roundsPerTurn: 250, processes: 3 } as const;
const TURNS = SETTINGS.rounds / SETTINGS.roundsPerTurn;
const GATE = new URL('../caseload/contestants/gate-server.ts', import.meta.url);

/** So many rounds of one seed, and the seconds they took. */
interface Turn extends NewEnemyFigures {
  readonly number: number;
  readonly seconds: number;
}

/** 10,000 times revoke, write, read from three processes; ends at the first read that brings what it must not. */
export const NEW_ENEMY_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Turn>('new-enemy', SETTINGS);
  const stopped = untilSignal();
  const directory = mkdtempSync(join(tmpdir(), 'postern-new-enemy-'));
  const database = await startEmbeddedDatabase({ directory, onProgress });
  const servers: Server[] = [];
  try {
    const { address } = database;
    await prepareDatabase(address, {
      now: new Date(),
      county: 'small',
      issuerUrl: ISSUER_URL,
      onProgress,
    });
    const owner = connect(address, 'owner', { max: 2 });
    try {
      const readers = await startReaders(address.urlFor('owner'), servers);
      await stopped.or(runTurns(owner, readers, kept, onProgress));
    } finally {
      await owner.close();
    }
    const figures = figuresOf(kept.rounds);
    onProgress(`Written: ${writeEvidence('new-enemy', figures)}`);
    kept.clear();
    return `${figures.rounds} rounds, ${figures.denied} reads after a revocation, all denied.\n`;
  } finally {
    for (const server of servers) await server.stop();
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
    stopped.release();
  }
};

/** Starts the whole of Postern as often as there are processes, each with its own connections and memory. */
async function startReaders(databaseUrl: string, servers: Server[]): Promise<readonly Target[]> {
  const signer = await createTokenSigner();
  const tokens = new Map<string, Promise<string>>();
  for (let started = 0; started < SETTINGS.processes; started += 1)
    servers.push(await startServer(GATE, { databaseUrl, principals: [], jwks: signer.jwks }));
  return servers.map(({ url }) =>
    httpTarget({
      url,
      token: ({ subject }) => {
        const token = tokens.get(subject) ?? signer.sign(subject);
        tokens.set(subject, token);
        return token;
      },
      takeLogLines: () => [],
    }),
  );
}

async function runTurns(
  owner: Connection,
  readers: readonly Target[],
  kept: KeptRounds<Turn>,
  onProgress: (line: string) => void,
): Promise<void> {
  const victims = await findVictims(owner, readers);
  const done = new Set(kept.rounds.map(({ number }) => number));
  for (let number = 1; number <= TURNS; number += 1) {
    if (done.has(number)) continue;
    onProgress(`Rounds ${(number - 1) * SETTINGS.roundsPerTurn + 1} and on, of ${SETTINGS.rounds}`);
    const started = performance.now();
    const figures = await runNewEnemy(
      { seed: SETTINGS.seed * 1_000_000 + number, rounds: SETTINGS.roundsPerTurn },
      { owner, readers, victims, now: () => new Date().toISOString() },
    );
    kept.keep({ ...figures, number, seconds: (performance.now() - started) / 1_000 });
  }
}

function figuresOf(turns: readonly Turn[]) {
  const sum = (each: (turn: Turn) => number): number =>
    turns.reduce((total, turn) => total + each(turn), 0);
  const names = Object.keys(turns[0]?.revocations ?? {}) as (keyof Turn['revocations'])[];
  return {
    run: 'new-enemy',
    date: new Date().toISOString(),
    settings: SETTINGS,
    node: process.version,
    seconds: Math.round(sum(({ seconds }) => seconds)),
    rounds: sum(({ rounds }) => rounds),
    revocations: Object.fromEntries(
      names.map((name) => [name, sum((turn) => turn.revocations[name])]),
    ),
    granted: sum(({ granted }) => granted),
    underWay: {
      granted: sum(({ underWay }) => underWay.granted),
      denied: sum(({ underWay }) => underWay.denied),
    },
    denied: sum(({ denied }) => denied),
    /** Reads that brought what was revoked or written after: the run ends at the first. */
    brought: 0,
  };
}
