import type { IndicatorId } from '../../catalogue/indicator.ts';
import { EPISODE_FACTS } from './episodes.ts';

/**
 * What each indicator counts, as a query over de-identified views: `measure`, `unit_key` (counted once), `agency_key` (who made the
 * count; null where nobody can be told by it), `from_month`, of a stock `until_month`, of a median `days`, and a column of each
 * dimension it is cut by.
 */
export const FACTS: Readonly<Partial<Record<IndicatorId, string>>> = {
  EPISODES: EPISODE_FACTS,
};
