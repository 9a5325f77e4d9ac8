import type { Dimension } from './dimension.ts';

/** The families of indicators that boards and dashboards of early help use. */
export const INDICATORS = [
  'CONTACTS',
  'EPISODES',
  'TIMELINESS',
  'DURATION',
  'STEPS',
  'RE_ENTRY',
  'LEAD_AGENCY',
  'TEAM_AROUND_FAMILY',
  'NEEDS',
  'CLOSURES',
  'AGREEMENTS',
  'EQUALITY',
  'ACCESS_GOVERNANCE',
  'DATA_QUALITY',
  'GROUP_WORK',
] as const;
export type IndicatorId = (typeof INDICATORS)[number];

/** What a count counts, each once: never rows of a record. */
export const UNITS = ['FAMILIES', 'CHILDREN', 'PERSONS', 'ACCOUNTS', 'DECISIONS'] as const;
export type Unit = (typeof UNITS)[number];

/** A count of an earlier indicator, of one member of one dimension where `at` says so. */
export interface Repeated {
  readonly indicator: IndicatorId;
  readonly measure: string;
  readonly at?: { readonly dimension: Dimension; readonly code: string };
}

/** A count of which another is a part: of the same indicator, or of an earlier one where both are cut alike. */
export interface Whole {
  readonly measure: string;
  readonly of?: {
    readonly indicator: IndicatorId;
    readonly cuts: readonly (readonly Dimension[])[];
  };
}

/** What is measured, and how it is made of what is counted. */
export type Measure =
  | {
      readonly kind: 'COUNT';
      readonly id: string;
      readonly title: string;
      readonly unit: Unit;
      /** What exactly is counted, in words that a reader can check. */
      readonly definition: string;
      /** FLOW: what happened in the period; STOCK: how it stood at its end. */
      readonly over: 'FLOW' | 'STOCK';
      /** The count of an earlier indicator that it repeats: where both are told by the same cut, both are the same cell. */
      readonly sameAs?: Repeated;
      /** What it is a part of, where no share says so: whoever subtracts finds what is left. */
      readonly within?: Whole;
    }
  | {
      /** Of the protected parts, in per cent with one decimal; `of` and `from` are counts of the same indicator, `of` a part of `from`. */
      readonly kind: 'PERCENTAGE';
      readonly id: string;
      readonly title: string;
      readonly definition: string;
      readonly of: string;
      readonly from: string;
    }
  | {
      /** Of a protected count, for each 10,000 of a population that is public. */
      readonly kind: 'RATE_PER_10000';
      readonly id: string;
      readonly title: string;
      readonly definition: string;
      readonly of: string;
    }
  | {
      /** Of so many that are counted in `of`: half of what was counted took so much or less (a whole number), or each unit on average (one decimal). */
      readonly kind: 'MEDIAN' | 'MEAN';
      readonly id: string;
      readonly title: string;
      readonly definition: string;
      readonly of: string;
    };

/** The counts of what came, of what went and of what is there. */
export interface Movement {
  readonly opened: string;
  readonly closed: string;
  readonly open: string;
}

/** One family of indicators: what is measured, by what it may be cut, and under which profile it goes out. */
export interface IndicatorDefinition {
  readonly id: IndicatorId;
  readonly title: string;
  readonly definition: string;
  /** Ids of clauses. */
  readonly clauses: readonly string[];
  readonly measures: readonly Measure[];
  /** By what it may be cut; the first is by nothing. A cut by two has both cuts by one beside it. */
  readonly cuts: readonly (readonly Dimension[])[];
  /** Where what opened and closed leads from one stock to the next: a reader can balance the three. */
  readonly movement?: Movement;
  /** Whether its cells tell of an attribute that is sensitive of itself: nor may a whole line be of one. */
  readonly isSensitive?: true;
  /** The law that its data is used under, where that is another than the rest's. */
  readonly basis?: string;
  /** Name of the profile that new periods go out under. */
  readonly profile: string;
  /** Counted up when what is measured changes. */
  readonly version: number;
}
