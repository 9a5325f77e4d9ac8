import { conflictOfInterest, episode, proceeding, transferItem } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { liveBetween } from '../../facts/live.ts';
import { transferIsLive } from '../../facts/proceedings.ts';
import type { RowBinding } from '../row-binding.ts';
import { whoseOf } from '../row-binding.ts';

/** The row was picked by hand for a live transfer that was sent with a grant of the caller, and with no other. */
export function isPicked(row: RowBinding): SQL {
  const whose = whoseOf(row);
  return sql`EXISTS (SELECT 1 FROM ${transferItem} JOIN ${proceeding} ON ${proceeding.id} = ${transferItem.proceedingId}
    WHERE ${transferItem.itemId} = ${row.rowId} AND ${transferIsLive}
      AND ${whose.key(sql`${proceeding.episodeId}`, sql`${proceeding.grantId}`)} IN (SELECT ${whose.by('reach')}reach.episode_id, reach.grant_id FROM reach WHERE reach.grant_id IS NOT NULL))`;
}

/**
 * No relationship of the caller with the family of the row's episode is declared, nor with any family where the row does
 * not say whose it is; accounts and what else has no episode are about no family. Undefined for rows of a family's record,
 * which no office oversees.
 */
export function isFreeToOversee({ link, ofUnnamedFamily }: RowBinding): SQL | undefined {
  if (link.kind === 'COLLEAGUE' || link.kind === 'NONE') return sql`true`;
  if (link.kind !== 'EPISODE') return undefined;
  const free = sql`NOT EXISTS (SELECT 1 FROM ${conflictOfInterest} JOIN ${episode} ON ${episode.familyId} = ${conflictOfInterest.familyId}
    WHERE ${conflictOfInterest.accountId} = p.id AND ${episode.id} = ${link.episodeId}
      AND ${liveBetween(conflictOfInterest.declaredAt, conflictOfInterest.endedAt)})`;
  if (ofUnnamedFamily === undefined) return free;
  return sql`(${free} AND NOT (${ofUnnamedFamily} AND EXISTS (SELECT 1 FROM ${conflictOfInterest} WHERE ${conflictOfInterest.accountId} = p.id
    AND ${liveBetween(conflictOfInterest.declaredAt, conflictOfInterest.endedAt)})))`;
}
