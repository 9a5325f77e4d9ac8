import type { ContestantName } from './contestants/contestants.ts';
import { CONTESTANT_NAMES, CONTESTANTS } from './contestants/contestants.ts';
import { median, rounded } from './measuring/statistics.ts';
import type { Figures, Round } from './round.ts';

/** One contestant over all rounds: medians; times in milliseconds, processor time per request. */
export interface ContestantSummary {
  readonly what: string;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: { readonly total: number; readonly node: number; readonly postgres: number };
}

/** Processor time of one contestant for each of another's: the median of the rounds' ratios, the least and the most. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Summary {
  /** The cheaper way of writing it by hand without GraphQL, which L stands for. */
  readonly L: ContestantName;
  readonly contestants: Readonly<Record<ContestantName, ContestantSummary>>;
  readonly ratios: Readonly<
    Record<'P/L' | 'P/L graphql' | 'P/P0' | 'P0/L' | 'PM/LM' | 'PM/P0M', Ratio>
  >;
}

export function summarise(rounds: readonly Round[]): Summary {
  const middle = (name: ContestantName, figure: (figures: Figures) => number): number =>
    median(rounds.map((round) => figure(round[name])));
  const L = middle('L json', cpuOf) <= middle('L rows', cpuOf) ? 'L json' : 'L rows';
  const ratio = (one: ContestantName, other: ContestantName): Ratio => {
    const ratios = rounds.map((round) => cpuOf(round[one]) / cpuOf(round[other]));
    return {
      median: rounded(median(ratios), 2),
      least: rounded(Math.min(...ratios), 2),
      most: rounded(Math.max(...ratios), 2),
    };
  };
  const contestants = CONTESTANT_NAMES.map((name) => [
    name,
    {
      what: CONTESTANTS[name],
      requestsPerSecond: rounded(
        middle(name, (each) => each.requestsPerSecond),
        1,
      ),
      p50: rounded(
        middle(name, (each) => each.p50),
        2,
      ),
      p99: rounded(
        middle(name, (each) => each.p99),
        2,
      ),
      cpu: {
        total: rounded(middle(name, cpuOf), 2),
        node: rounded(
          middle(name, (each) => each.nodeCpu),
          2,
        ),
        postgres: rounded(
          middle(name, (each) => each.postgresCpu),
          2,
        ),
      },
    },
  ]);
  return {
    L,
    contestants: Object.fromEntries(contestants) as Summary['contestants'],
    ratios: {
      'P/L': ratio('P', L),
      'P/L graphql': ratio('P', 'L graphql'),
      'P/P0': ratio('P', 'P0'),
      'P0/L': ratio('P0', L),
      'PM/LM': ratio('PM', 'LM'),
      'PM/P0M': ratio('PM', 'P0M'),
    },
  };
}

function cpuOf({ nodeCpu, postgresCpu }: Figures): number {
  return nodeCpu + postgresCpu;
}
