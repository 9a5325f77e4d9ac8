import { connect } from '@postern/database';
import { DFE_10, NHS_7_5, OFQUAL_5, TEN_FIVE } from '@postern/disclosure-control';
import { buildReporting, CATALOGUE } from '@postern/embedded';
import { rounded } from '../caseload/measuring/statistics.ts';
import { withCounty } from './county.ts';

const MONTHS = 12;

/** Of the counts of a year under one profile, in per cent of those that apply: published, of all and of those that are not nought. */
export interface ProfileShares {
  readonly profile: string;
  readonly episodes: number | 'small';
  readonly cells: number;
  readonly published: number;
  readonly publishedOfOthersThanNone: number;
  readonly byIndicator: Readonly<Record<string, number>>;
  readonly buildSeconds: number;
}

interface Row extends Readonly<Record<string, unknown>> {
  readonly indicator: string;
  readonly cells: number;
  readonly shown: number;
  readonly none: number;
}

/** Publishes the small sample county and one of so many episodes under each profile in turn. */
export async function sharesOf(
  episodes: number,
  onProgress: (line: string) => void,
): Promise<readonly ProfileShares[]> {
  const found: ProfileShares[] = [];
  // What is out stays out: each profile has a county of its own.
  for (const size of ['small', episodes] as const)
    for (const { name } of [NHS_7_5, TEN_FIVE, DFE_10, OFQUAL_5])
      await withCounty({ size, onProgress }, async ({ address, owner, now }) => {
        const builder = connect(address, 'reporting_builder', { max: 1 });
        try {
          const started = performance.now();
          const indicators = CATALOGUE.map((each) => ({ ...each, profile: name }));
          await buildReporting(builder, { now, indicators, history: MONTHS });
          const seconds = (performance.now() - started) / 1_000;
          const rows = await owner.run<Row>({
            text: `SELECT indicator, count(*)::int AS cells, count(*) FILTER (WHERE symbol IS NULL OR symbol = 'low')::int AS shown,
                count(*) FILTER (WHERE value = 0)::int AS none
              FROM reporting.cell WHERE coalesce(symbol, '') NOT IN ('x', 'z') GROUP BY indicator ORDER BY indicator`,
            values: [],
          });
          found.push(summed(name, size, rows, seconds));
          onProgress(`${name}, ${size} episodes: ${found.at(-1)?.published} % published`);
        } finally {
          await builder.close();
        }
      });
  return found;
}

function summed(
  profile: string,
  episodes: number | 'small',
  rows: readonly Row[],
  seconds: number,
): ProfileShares {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  const [cells, shown, none] = [
    sum((row) => row.cells),
    sum((row) => row.shown),
    sum((row) => row.none),
  ];
  return {
    profile,
    episodes,
    cells,
    published: rounded((100 * shown) / cells, 1),
    publishedOfOthersThanNone: rounded((100 * (shown - none)) / (cells - none), 1),
    byIndicator: Object.fromEntries(
      rows.map((row) => [row.indicator, rounded((100 * row.shown) / row.cells, 1)]),
    ),
    buildSeconds: rounded(seconds, 1),
  };
}
