import type { Connection, DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import { buildReporting, CATALOGUE } from '@postern/embedded';
import { postgresCpu } from '../caseload/measuring/process-cpu.ts';
import { rounded } from '../caseload/measuring/statistics.ts';
import { KeptRounds } from '../kept-rounds.ts';
import type { IndicatorSpeed } from './asking.ts';
import { askAll } from './asking.ts';
import type { KeptCounty } from './county.ts';
import { withCounty } from './county.ts';

/** The editions of an indicator as they went out; processor seconds are of the builder and of PostgreSQL. */
interface Published {
  readonly indicator: string;
  readonly editions: number;
  readonly seconds: number;
  readonly processorSeconds: { readonly builder: number; readonly postgres: number };
}

export interface SpeedFigures {
  readonly episodes: number;
  readonly editions: number;
  readonly cells: number;
  /** Without those whose publishing was stopped before it was told. */
  readonly published: readonly Published[];
  readonly indicators: readonly IndicatorSpeed[];
}

/** What a run that was stopped need not do again. */
interface Round {
  /** The county's dates are relative to it. */
  readonly began?: string;
  readonly isLoaded?: true;
  readonly published?: Published;
}

/** Publishes a county of so many episodes and asks for everything that is out, as an analyst does. */
export function speedOf(
  episodes: number,
  onProgress: (line: string) => void,
): Promise<SpeedFigures> {
  const kept = new KeptRounds<Round>('indicators-speed', { episodes });
  if (kept.rounds.length === 0) kept.keep({ began: new Date().toISOString() });
  const now = new Date(kept.rounds.flatMap((each) => each.began ?? [])[0] ?? 0);
  const isLoaded = kept.rounds.some((each) => each.isLoaded);
  const county: KeptCounty = {
    directory: kept.directory('county'),
    now,
    isLoaded,
    onLoaded: () => isLoaded || kept.keep({ isLoaded: true }),
  };
  return withCounty({ size: episodes, kept: county, onProgress }, async ({ address, owner }) => {
    await publishAll(address, { owner, now, kept, onProgress });
    const published = kept.rounds.flatMap((each) => each.published ?? []);
    await owner.script('VACUUM (ANALYZE) reporting.cell');
    const [size] = await owner.run<{ cells: number; editions: number }>({
      text: 'SELECT count(*)::int AS cells, (SELECT count(*)::int FROM reporting.edition) AS editions FROM reporting.cell',
      values: [],
    });
    const indicators = await askAll({ address, now, onProgress });
    kept.clear();
    return {
      episodes,
      editions: size?.editions ?? 0,
      cells: size?.cells ?? 0,
      published,
      indicators,
    };
  });
}

/** Each indicator that is not out yet, as a first start does. */
async function publishAll(
  address: DatabaseAddress,
  {
    owner,
    now,
    kept,
    onProgress,
  }: {
    readonly owner: Connection;
    readonly now: Date;
    readonly kept: KeptRounds<Round>;
    readonly onProgress: (line: string) => void;
  },
): Promise<void> {
  const [server] = await owner.run<{ postmaster: number }>({
    text: `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer AS postmaster`,
    values: [],
  });
  const processor = () => ({
    builder: (process.cpuUsage().user + process.cpuUsage().system) / 1_000_000,
    postgres: postgresCpu(server?.postmaster ?? 0) / 1_000,
  });
  const builder = connect(address, 'reporting_builder', { max: 1 });
  try {
    for (const definition of CATALOGUE) {
      const indicator = definition.id;
      if (kept.rounds.some(({ published }) => published?.indicator === indicator)) continue;
      const started = performance.now();
      const before = processor();
      const { length } = await buildReporting(builder, { now, indicators: [definition] });
      // A stop came between its going out and the keeping of its round.
      if (length === 0) continue;
      const after = processor();
      const published: Published = {
        indicator,
        editions: length,
        seconds: rounded((performance.now() - started) / 1_000, 0),
        processorSeconds: {
          builder: rounded(after.builder - before.builder, 0),
          postgres: rounded(after.postgres - before.postgres, 0),
        },
      };
      kept.keep({ published });
      onProgress(`Published: ${JSON.stringify(published)}`);
    }
  } finally {
    await builder.close();
  }
}
