import { availableParallelism, loadavg } from 'node:os';
import { bindingAgreements, DEFAULT_PARTNERSHIP } from '@postern/agreements';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { RECORD_BLUEPRINTS, wholeDictionary } from '@postern/embedded';
import type { Rule } from '@postern/policy';
import { changeBetween } from '@postern/policy';
import type { Side } from '@postern/subgraph-kit';
import { ImpactRun, summarise } from '@postern/subgraph-kit';
import { openCounty } from '../caseload/county.ts';
import { postgresCpu } from '../caseload/measuring/process-cpu.ts';
import { untilSignal } from '../command/until-signal.ts';
import { draftsOf } from './drafts.ts';

/** How large a county, how often each draft is tried out, and by how many sessions at a time. */
export interface PreviewSettings {
  readonly episodes: number;
  readonly rounds: number;
  readonly sessions: number;
}

/** The figures of one draft; of the rounds the one in the middle. */
export interface DraftFigures {
  readonly draft: string;
  /** Accounts asked, each purpose that has to be asked for by itself once more. */
  readonly questions: number;
  readonly accounts: number;
  readonly seconds: number;
  readonly secondsOfRounds: readonly number[];
  /** Processor time, PostgreSQL's and the asking process's own. */
  readonly postgresSeconds: number;
  readonly ownSeconds: number;
  readonly gaining: Side;
  readonly losing: Side;
}

export interface PreviewFigures {
  readonly benchmark: 'policy-preview';
  readonly date: string;
  readonly settings: PreviewSettings;
  readonly practitioners: number;
  readonly grants: number;
  readonly processors: number;
  /** Processes that wanted a processor while it was measured, averaged over a minute: more than `processors` are in each other's way. */
  readonly load: number;
  readonly node: string;
  readonly postgres: string;
  readonly drafts: readonly DraftFigures[];
}

/** Seconds. A draft that takes longer is tried out once: how much longer differs little from round to round. */
const LONG = 30;

/** Tries drafts out on a county, as the policy desk does, and tells how long that takes. */
export async function runPolicyPreview(
  settings: PreviewSettings,
  onProgress: (line: string) => void,
): Promise<PreviewFigures> {
  const stopped = untilSignal();
  const county = await openCounty(settings.episodes, onProgress);
  const owner = connect(county.address, 'owner', { max: 1 });
  const desk = connect(county.address, 'policy_desk', {
    // One is left to whoever asks something else.
    max: settings.sessions + 1,
    settings: { plan_cache_mode: 'force_generic_plan' },
  });
  try {
    const { postmaster, ...size } = await sizeOf(owner);
    const { live, drafts } = draftsOf(wholeDictionary());
    const figures: DraftFigures[] = [];
    for (const [draft, rules] of drafts) {
      const rounds: DraftFigures[] = [];
      for (let round = 0; round < settings.rounds; round += 1) {
        onProgress(`Trying out: ${draft} (${round + 1} of ${settings.rounds})`);
        const tried = await stopped.or(tryOut({ draft, live, rules, desk, postmaster }));
        rounds.push(tried);
        if (tried.seconds > LONG) break;
      }
      figures.push(middle(rounds));
    }
    return {
      benchmark: 'policy-preview',
      date: new Date().toISOString(),
      settings,
      ...size,
      processors: availableParallelism(),
      load: rounded(loadavg()[0] ?? 0),
      node: process.version,
      drafts: figures,
    };
  } finally {
    await desk.close();
    await owner.close();
    await county.stop();
    stopped.release();
  }
}

async function sizeOf(
  owner: Connection,
): Promise<
  Pick<PreviewFigures, 'practitioners' | 'grants' | 'postgres'> & { readonly postmaster: number }
> {
  const [size] = await owner.run<{
    practitioners: number;
    grants: number;
    postgres: string;
    postmaster: number;
  }>({
    text: `SELECT (SELECT count(*) FROM partners.practitioner)::integer AS practitioners,
      (SELECT count(*) FROM access.access_grant)::integer AS grants, current_setting('server_version') AS postgres,
      split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer AS postmaster`,
    values: [],
  });
  if (size === undefined) throw new TypeError('The server tells its size.');
  return size;
}

async function tryOut(given: {
  readonly draft: string;
  readonly live: readonly Rule[];
  readonly rules: readonly Rule[];
  readonly desk: Connection;
  readonly postmaster: number;
}): Promise<DraftFigures> {
  const postgres = postgresCpu(given.postmaster);
  const own = process.cpuUsage();
  const started = performance.now();
  const change = changeBetween(given.live, given.rules, wholeDictionary());
  const resources = RECORD_BLUEPRINTS.flatMap((blueprint) => blueprint.resources);
  const run = new ImpactRun(
    { connection: given.desk, inForce: bindingAgreements(DEFAULT_PARTNERSHIP), resources },
    { change, now: new Date(), toldTo: null },
  );
  await run.run(new AbortController().signal);
  const { gaining, losing } = summarise(run.counts(), change, ({ name }) => name);
  const seconds = rounded((performance.now() - started) / 1_000);
  const { user, system } = process.cpuUsage(own);
  return {
    draft: given.draft,
    questions: run.progress.total,
    accounts: run.counts().reduce((sum, { accounts }) => sum + accounts.size, 0),
    seconds,
    secondsOfRounds: [seconds],
    postgresSeconds: rounded((postgresCpu(given.postmaster) - postgres) / 1_000),
    ownSeconds: rounded((user + system) / 1_000_000),
    gaining,
    losing,
  };
}

function middle(rounds: readonly DraftFigures[]): DraftFigures {
  const sorted = rounds.toSorted((a, b) => a.seconds - b.seconds);
  const found = sorted[Math.floor((sorted.length - 1) / 2)];
  if (found === undefined) throw new TypeError('There is a round.');
  return { ...found, secondsOfRounds: rounds.map(({ seconds }) => seconds) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
