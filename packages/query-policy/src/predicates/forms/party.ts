import { exclusion } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { liveBetween } from '../../facts/live.ts';
import type { RowBinding } from '../row-binding.ts';

/** One of the agencies that a row of an episode is between, unless the family keeps it out since. */
export function isParty({ parties, link }: RowBinding): SQL | undefined {
  if (parties === undefined || link.kind !== 'EPISODE') return undefined;
  return sql`(coalesce(p.agency_id = ANY (${parties}), false) AND NOT EXISTS (SELECT 1 FROM ${exclusion} WHERE ${exclusion.episodeId} = ${link.episodeId}
    AND ${exclusion.agencyId} = p.agency_id AND ${exclusion.scope} = 'WHOLE_AGENCY' AND ${liveBetween(exclusion.startsAt, exclusion.endsAt)}))`;
}
