import { localKeys } from '@postern/authentication';
import type { DatabaseAddress } from '@postern/database';
import { connect, systemClock } from '@postern/database';
import { buildReporting, CATALOGUE, createStack } from '@postern/embedded';
import { median, percentile, rounded } from '../caseload/measuring/statistics.ts';
import { createTokenSigner } from '../caseload/principals/tokens.ts';
import { KeptRounds } from '../kept-rounds.ts';
import { withCounty } from './county.ts';

const WARM = 20;
const ANALYST = 'ines';

/** Milliseconds of one indicator over HTTP: every cut of it, each for two years of months. */
export interface IndicatorSpeed {
  readonly indicator: string;
  /** How long its editions took to publish. */
  readonly buildSeconds: number;
  readonly questions: number;
  /** The slowest first question to a gateway that was just started. */
  readonly cold: number;
  readonly median: number;
  readonly p95: number;
}

export interface SpeedFigures {
  readonly episodes: number;
  readonly editions: number;
  readonly cells: number;
  readonly buildSeconds: number;
  readonly indicators: readonly IndicatorSpeed[];
}

/** What a run that was stopped need not do again. */
interface Round {
  readonly loadedAsOf?: string;
  readonly published?: {
    readonly indicator: string;
    readonly editions: number;
    readonly seconds: number;
  };
}

/** Publishes a county of so many episodes and asks for everything that is out, as an analyst does. */
export function speedOf(
  episodes: number,
  onProgress: (line: string) => void,
): Promise<SpeedFigures> {
  const kept = new KeptRounds<Round>('indicators-speed', { episodes });
  if (kept.rounds.length === 0) kept.keep({ loadedAsOf: new Date().toISOString() });
  const now = new Date(kept.rounds.flatMap((each) => each.loadedAsOf ?? [])[0] ?? 0);
  const county = { size: episodes, kept: { directory: kept.directory('county'), now }, onProgress };
  return withCounty(county, async ({ address, owner }) => {
    await publishAll(address, { now, kept, onProgress });
    const published = kept.rounds.flatMap((each) => each.published ?? []);
    const editions = published.reduce((sum, each) => sum + each.editions, 0);
    const buildSeconds = published.reduce((sum, each) => sum + each.seconds, 0);
    await owner.script('VACUUM (ANALYZE) reporting.cell');
    const [size] = await owner.run<{ cells: number }>({
      text: 'SELECT count(*)::int AS cells FROM reporting.cell',
      values: [],
    });
    const signer = await createTokenSigner();
    const token = await signer.sign(ANALYST);
    const keys = localKeys(signer.jwks);
    const from = new Date(now);
    from.setUTCMonth(from.getUTCMonth() - 24);
    const indicators: IndicatorSpeed[] = [];
    for (const { id, cuts } of CATALOGUE) {
      const stack = await createStack({
        address,
        clock: systemClock,
        production: false,
        cursorSecret: new Uint8Array(32),
        mounts: [],
        log: () => {},
        keys: () => keys,
      });
      try {
        const { url } = await stack.gateway.listen(0);
        const times: number[] = [];
        const cold: number[] = [];
        for (let round = 0; round <= WARM; round += 1)
          for (const by of cuts) {
            const time = await asked(url, token, { id, from: from.toISOString().slice(0, 7), by });
            (round === 0 ? cold : times).push(time);
          }
        indicators.push({
          indicator: id,
          buildSeconds: published.find(({ indicator }) => indicator === id)?.seconds ?? 0,
          questions: times.length,
          cold: rounded(Math.max(...cold), 0),
          median: rounded(median(times), 1),
          p95: rounded(percentile(times, 0.95), 1),
        });
        onProgress(JSON.stringify(indicators.at(-1)));
      } finally {
        await stack.close();
      }
    }
    kept.clear();
    return { episodes, editions, cells: size?.cells ?? 0, buildSeconds, indicators };
  });
}

/** Each indicator that is not out yet, as a first start does. */
async function publishAll(
  address: DatabaseAddress,
  {
    now,
    kept,
    onProgress,
  }: {
    readonly now: Date;
    readonly kept: KeptRounds<Round>;
    readonly onProgress: (line: string) => void;
  },
): Promise<void> {
  const builder = connect(address, 'reporting_builder', { max: 1 });
  try {
    for (const definition of CATALOGUE) {
      const indicator = definition.id;
      if (kept.rounds.some(({ published }) => published?.indicator === indicator)) continue;
      const started = performance.now();
      const { length } = await buildReporting(builder, { now, indicators: [definition] });
      const seconds = rounded((performance.now() - started) / 1_000, 0);
      kept.keep({ published: { indicator, editions: length, seconds } });
      onProgress(`Published in ${seconds} s: ${indicator}, ${length} editions`);
    }
  } finally {
    await builder.close();
  }
}

async function asked(url: string, token: string, variables: object): Promise<number> {
  const started = performance.now();
  const response = await fetch(new URL('/reporting/graphql', url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'purpose-of-use': 'PLANNING_AND_REPORTING',
    },
    body: JSON.stringify({
      query: `query ($id: IndicatorId!, $from: Month, $by: [Dimension!]!) { indicator(id: $id, from: $from, by: $by) {
        publishedThrough cells { measure unit kind periodStart periodEnd members { dimension code } value symbol isTotal cellKey } } }`,
      variables,
    }),
  });
  const answer = (await response.json()) as { readonly data?: { readonly indicator?: unknown } };
  const time = performance.now() - started;
  if (!answer.data?.indicator)
    throw new Error(`Not answered: ${JSON.stringify(answer).slice(0, 300)}`);
  return time;
}
