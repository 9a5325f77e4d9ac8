import type { Grain, Publication } from './publications.ts';
import { GRAINS } from './publications.ts';

/** Periods of one grain that are read together, all of which are out or lie between such. */
export interface Stretch {
  readonly grain: Grain;
  /** The publications in it, the earliest first. */
  readonly publications: readonly Publication[];
}

/** The cells that are wanted, as far as a question says: of which grains, and of periods that begin between which instants. */
export interface Wanted {
  readonly grains: ReadonlySet<unknown> | null;
  readonly from: number;
  readonly to: number;
}

const PERIODS_IN_A_STRETCH = 12;

/**
 * What has to be read for a question. Stretches begin where the publications of a grain do and not where a question does, so
 * that what was read for one question serves another.
 */
export function stretchesFor(
  publications: readonly Publication[],
  { grains, from, to }: Wanted,
): readonly Stretch[] {
  return GRAINS.filter((grain) => grains === null || grains.has(grain)).flatMap((grain) => {
    const ofGrain = publications.filter((each) => each.grain === grain);
    const stretches = Array.from(
      { length: Math.ceil(ofGrain.length / PERIODS_IN_A_STRETCH) },
      (_, at) => ofGrain.slice(at * PERIODS_IN_A_STRETCH, (at + 1) * PERIODS_IN_A_STRETCH),
    );
    return stretches
      .filter((each) => startOf(each.at(-1)) >= from && startOf(each[0]) <= to)
      .map((each) => ({ grain, publications: each }));
  });
}

function startOf(publication: Publication | undefined): number {
  return Date.parse(`${publication?.periodStart}T00:00:00Z`);
}
