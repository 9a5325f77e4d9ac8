import { createHash } from 'node:crypto';
import type { AskContract } from '../request/contract-question.ts';

export const GRAINS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type Grain = (typeof GRAINS)[number];

/** An edition of an indicator, as far as it says what its cells are of. */
export interface Publication {
  readonly indicator: string;
  readonly grain: Grain;
  /** `YYYY-MM-DD`. */
  readonly periodStart: string;
  readonly digest: string;
  readonly profile: { readonly name: string; readonly version: number };
}

const PUBLICATIONS = `query ReportingPublications {
${GRAINS.map(
  (grain) =>
    `  ${grain}: publications(grain: ${grain}) { indicator grain periodStart digest profile { name version } }`,
).join('\n')}
}`;

/** Every edition of an indicator that is out, the earliest first. */
export async function readPublications(
  ask: AskContract,
  indicator: string,
): Promise<readonly Publication[]> {
  const byGrain = await ask<Readonly<Record<Grain, readonly Publication[]>>>({
    query: PUBLICATIONS,
  });
  return GRAINS.flatMap((grain) =>
    byGrain[grain]
      .filter((each) => each.indicator === indicator)
      .toSorted((one, other) => (one.periodStart < other.periodStart ? -1 : 1)),
  );
}

/** The profile of an edition as tables have it. */
export function profileText({ name, version }: Publication['profile']): string {
  return `${name} version ${version}`;
}

/** Names what was out: another name wherever anything is out that was not. */
export function editionTag(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}
