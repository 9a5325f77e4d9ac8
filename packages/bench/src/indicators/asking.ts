import { localKeys } from '@postern/authentication';
import type { DatabaseAddress } from '@postern/database';
import { systemClock } from '@postern/database';
import { CATALOGUE, createStack } from '@postern/embedded';
import { median, percentile, rounded } from '../caseload/measuring/statistics.ts';
import { createTokenSigner } from '../caseload/principals/tokens.ts';

const WARM = 20;
const ANALYST = 'ines';

/** Milliseconds of one indicator over HTTP: every cut of it, each for two years of months. */
export interface IndicatorSpeed {
  readonly indicator: string;
  readonly questions: number;
  /** The slowest first question to a gateway that was just started. */
  readonly cold: number;
  readonly median: number;
  readonly p95: number;
}

/** Every cut of every indicator, each asked of a gateway that was just started. */
export async function askAll({
  address,
  now,
  onProgress,
}: {
  readonly address: DatabaseAddress;
  readonly now: Date;
  readonly onProgress: (line: string) => void;
}): Promise<readonly IndicatorSpeed[]> {
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
  return indicators;
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
