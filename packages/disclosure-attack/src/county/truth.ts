import type { Cut } from './dimension.ts';
import type { CountyEpisode } from './episodes.ts';

/** What is true of a county, and how it is to be cut; without months it is one table of families. */
export interface Truth {
  readonly episodes: readonly CountyEpisode[];
  readonly cuts: readonly Cut[];
  readonly months: number | null;
  readonly countsAgencies: boolean;
}
