import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { Refusal } from '@postern/errors';
import type { InProcessSubgraph } from '@postern/subgraph-kit';
import { ReleaseManifest } from '@postern/subgraph-kit';
import { EPISODES } from '../src/catalogue/indicators/episodes.ts';
import { buildReporting, createReporting } from '../src/index.ts';
import { addAgencies, addAreas, addEpisodes, addHomes } from './county.ts';
import { startTestDatabase } from './database.ts';

/** When the first build is made. */
export const NOW = new Date('2026-04-10T12:00:00Z');
const ALL = `query ($from: Month, $to: Month, $by: [Dimension!]!) {
  indicator(id: EPISODES, from: $from, to: $to, by: $by) {
    publishedThrough profile { name version suppressUpTo roundTo minimumContributors totals }
    cells { measure kind unit periodStart periodEnd members { dimension code } value symbol isTotal cellKey publishedAt }
  }
}`;

export interface Cell {
  readonly measure: string;
  readonly kind: string;
  readonly periodStart: string;
  readonly members: readonly { readonly dimension: string; readonly code: string }[];
  readonly value: number | null;
  readonly symbol: string | null;
  readonly isTotal: boolean;
  readonly cellKey: string;
}
export interface Table {
  readonly publishedThrough: string | null;
  readonly profile: { readonly name: string; readonly version: number };
  readonly cells: readonly Cell[];
}

/** A county of a few agencies whose episodes are published, and the subgraph over it. */
export interface PublishedCounty {
  readonly owner: Connection;
  readonly builder: Connection;
  readonly subgraph: InProcessSubgraph;
  readonly schools: readonly string[];
  /** What the first build published. */
  readonly firstBuild: readonly string[];
  /** How many statements the subgraph has run. */
  statements(): number;
  /** Lets callers in as analysts, as it does at first, or does not. */
  admits(analyst: boolean): void;
  execute(document: string, variables: Record<string, unknown>): Promise<unknown>;
  /** Asks for the counts of episodes, by kind of agency unless it says otherwise. */
  ask(variables?: Record<string, unknown>, document?: string): Promise<Table>;
  /** The counts of a month for a kind of agency; null is all together. */
  shown(month: string, kind: string | null): Promise<readonly (number | string | null)[]>;
  close(): Promise<void>;
}

export async function openPublishedCounty(): Promise<PublishedCounty> {
  let isAnalyst = true;
  let statements = 0;
  const database = await startTestDatabase();
  const owner = connect(database.address, 'owner', { max: 1 });
  const builder = connect(database.address, 'reporting_builder');
  const serving = connect(database.address, 'reporting');
  const subgraph = createReporting({
    connection: {
      ...serving,
      run: (statement) => {
        statements += 1;
        return serving.run(statement);
      },
    },
    admit: async () => {
      if (!isAnalyst) throw new Refusal('CONTRACT_NOT_PERMITTED');
    },
  });
  await addAreas(owner);
  const schools = await addAgencies(owner, 'SCHOOL', 3);
  const health = await addAgencies(owner, 'HEALTH', 2);
  const police = await addAgencies(owner, 'POLICE', 1);
  const january = await addEpisodes(owner, {
    families: 23,
    agencies: schools,
    openedOn: '2026-01-31',
  });
  await addHomes(owner, january, 'aa11zz');
  await addEpisodes(owner, {
    families: 0,
    sameAs: january.slice(0, 9),
    agencies: schools,
    openedOn: '2026-01-09',
  });
  await addEpisodes(owner, { families: 3, agencies: health, openedOn: '2026-01-14' });
  await addEpisodes(owner, { families: 30, agencies: police, openedOn: '2026-01-20' });
  await addEpisodes(owner, {
    families: 40,
    agencies: schools,
    openedOn: '2026-01-02',
    status: 'SIGNPOSTED',
  });
  // These declined before help began (SHR-3.4.2c).
  await addEpisodes(owner, {
    families: 40,
    agencies: schools,
    openedOn: '2026-01-03',
    closedOn: '2026-01-09',
    neverOpened: true,
  });
  await addEpisodes(owner, {
    families: 18,
    agencies: schools,
    openedOn: '2026-02-03',
    closedOn: '2026-03-31',
  });
  await addEpisodes(owner, { families: 40, agencies: schools, openedOn: '2026-04-01' });
  const firstBuild = await buildReporting(builder, { now: NOW, indicators: [EPISODES] });
  const execute: PublishedCounty['execute'] = async (document, variables) => {
    const caller = {
      issuerId: 'development',
      subject: 'ana',
      multiFactor: true,
      expiresAt: NOW,
      clientId: null,
    };
    const context = {
      caller,
      purpose: 'PLANNING_AND_REPORTING',
      manifest: new ReleaseManifest(),
    } as const;
    const { data } = await subgraph.execute({ document, variables, context });
    return data;
  };
  const ask: PublishedCounty['ask'] = async (variables = {}, document = ALL) =>
    ((await execute(document, { by: ['AGENCY_KIND'], ...variables })) as { indicator: Table })
      .indicator;
  return {
    owner,
    builder,
    subgraph,
    schools,
    firstBuild,
    statements: () => statements,
    admits: (analyst) => {
      isAnalyst = analyst;
    },
    execute,
    ask,
    shown: async (month, kind) =>
      (await ask({ from: month, to: month })).cells
        .filter((cell) => cell.kind === 'COUNT' && (cell.members[0]?.code ?? null) === kind)
        .map((cell) => cell.symbol ?? cell.value),
    close: async () => {
      await Promise.allSettled([owner.close(), builder.close(), serving.close()]);
      await database.remove();
    },
  };
}
