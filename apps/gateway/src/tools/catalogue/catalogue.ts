import type { AskContract } from '../request/contract-question.ts';

/** One thing that an indicator measures. */
export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly over: string | null;
}

/** An indicator as the contract tells of it. */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly clauses: readonly string[];
  readonly profile: string;
  readonly basis: string | null;
  readonly cuts: readonly (readonly string[])[];
  readonly measures: readonly Measure[];
}

const CATALOGUE = `query ReportingCatalogue {
  indicators { id title definition clauses profile basis cuts measures { id title definition kind unit over } }
}`;

/** Everything that is measured. Whoever may not read protected numbers is refused here, before anything else is looked at. */
export async function readCatalogue(ask: AskContract): Promise<readonly Indicator[]> {
  const { indicators } = await ask<{ readonly indicators: readonly Indicator[] }>({
    query: CATALOGUE,
  });
  return indicators;
}

/** The dimensions by which an indicator is cut, in the order of its cuts. */
export function dimensionsOf({ cuts }: Indicator): readonly string[] {
  return [...new Set(cuts.flat())];
}

/** Cuts that no other cut contains: what the others tell is told with them. */
export function widestCuts({ cuts }: Indicator): readonly (readonly string[])[] {
  return cuts.filter(
    (cut) =>
      !cuts.some((other) => other.length > cut.length && cut.every((each) => other.includes(each))),
  );
}
