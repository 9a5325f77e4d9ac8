import type { EmbeddedDatabase } from '@postern/database';
import { connect } from '@postern/database';
import { untilSignal } from '../command/until-signal.ts';
import type { Agreement } from './agreement.ts';
import { checkAgreement } from './agreement.ts';
import type { RunningContestants } from './contestants/contestants.ts';
import { startContestants } from './contestants/contestants.ts';
import { openCounty } from './county.ts';
import { closedLoop } from './measuring/load.ts';
import { CASELOAD_SIZE } from './operations.ts';
import type { Principal } from './principals/caseload-of.ts';
import { findPrincipals } from './principals/caseload-of.ts';
import { createTokenSigner } from './principals/tokens.ts';
import type { Round } from './round.ts';
import { runRound } from './round.ts';
import type { Summary } from './summary.ts';
import { summarise } from './summary.ts';

/** How large, how long, and from which seed. */
export interface CaseloadSettings {
  readonly episodes: number;
  readonly rounds: number;
  /** Requests to each contestant in each round. */
  readonly requests: number;
  readonly connections: number;
  /** Accounts in rotation without a justification, and as many with. */
  readonly principals: number;
  readonly seed: number;
}

/** Where finished rounds are kept, so that a run that was stopped goes on where it was. */
export interface RoundsKept {
  readonly rounds: readonly Round[];
  keep(round: Round): void;
}

/** The figures of a run; times in milliseconds, processor time per request with PostgreSQL's included. */
export interface CaseloadFigures extends Summary, Agreement {
  readonly benchmark: 'caseload';
  readonly date: string;
  readonly settings: CaseloadSettings;
  readonly episodesPerCaseload: number;
  readonly node: string;
  readonly postgres: string;
}

/** Runs the benchmark: county, servers, agreement of the answers, warm-up, alternating rounds, figures. */
export async function runCaseload(
  settings: CaseloadSettings,
  kept: RoundsKept,
  onProgress: (line: string) => void,
): Promise<CaseloadFigures> {
  const stopped = untilSignal();
  const county = await openCounty(settings.episodes, onProgress);
  try {
    const { principals, postmaster, version } = await stopped.or(findSubjects(county, settings));
    const signer = await createTokenSigner();
    const databaseUrl = county.address.urlFor('owner');
    onProgress('Starting the contestants');
    const contestants = await startContestants(
      { databaseUrl, principals, jwks: signer.jwks },
      signer,
    );
    try {
      onProgress('Comparing their answers');
      const agreement = await stopped.or(checkAgreement(contestants, principals));
      onProgress('Warming up');
      await stopped.or(warmUp(contestants, settings));
      const rounds = [...kept.rounds];
      while (rounds.length < settings.rounds) {
        onProgress(`Round ${rounds.length + 1} of ${settings.rounds}`);
        const round = await stopped.or(
          runRound(rounds.length, contestants, {
            ...settings,
            postmaster,
          }),
        );
        rounds.push(round);
        kept.keep(round);
      }
      return {
        benchmark: 'caseload',
        date: new Date().toISOString(),
        settings,
        episodesPerCaseload: CASELOAD_SIZE,
        node: process.version,
        postgres: version,
        ...summarise(rounds),
        ...agreement,
      };
    } finally {
      await contestants.stop();
    }
  } finally {
    await county.stop();
    stopped.release();
  }
}

interface Subjects {
  readonly principals: readonly Principal[];
  readonly postmaster: number;
  readonly version: string;
}

async function findSubjects(
  { address }: EmbeddedDatabase,
  { principals: each, seed }: CaseloadSettings,
): Promise<Subjects> {
  const owner = connect(address, 'owner', { max: 1 });
  try {
    const principals = await findPrincipals(owner, { each, seed });
    if (!principals.some(({ justified }) => justified) || principals.every((p) => p.justified))
      throw new Error('The county has too few full caseloads: ask for more episodes.');
    const [server] = await owner.run<{ postmaster: number; version: string }>({
      text: `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer AS postmaster, current_setting('server_version') AS version`,
      values: [],
    });
    if (server === undefined) throw new TypeError('The server tells its process id.');
    return { principals, ...server };
  } finally {
    await owner.close();
  }
}

/** Enough for what is called often to be compiled. */
const WARM_UP_REQUESTS = 500;

async function warmUp(
  { by }: RunningContestants,
  { connections }: CaseloadSettings,
): Promise<void> {
  const requests = WARM_UP_REQUESTS;
  for (const { calls } of Object.values(by)) await closedLoop(calls, { requests, connections });
}
