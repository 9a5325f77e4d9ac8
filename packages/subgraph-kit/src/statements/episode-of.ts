import { episode } from '@postern/access-facts';
import type { ClassKey } from '@postern/policy';
import type { RowBinding } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { RECORDED_TYPES } from '../release/release-manifest.ts';
import type { FieldDecoder, RowDecoder } from './row-decoder.ts';
import type { RowLayout } from './row-layout.ts';
import type { RowsRequest } from './rows.ts';

/** Classes that tell of an episode no more than that it is worked on, and by whom. */
export const OF_WORK_ALONE: readonly ClassKey[] = ['PUBLIC', 'WORKFORCE', 'OPERATIONAL'];

/** What of a row is compiled already. */
export interface CompiledFields {
  readonly fields: readonly FieldDecoder[];
  readonly layout: RowLayout;
}

/**
 * Where a row of an episode that is read for itself, and not below a record of the family, has its episode for the
 * ledger; and its family, where it gives more than who works on it. Where it does not, one's own rows tell one of nothing.
 */
export function episodeOf(
  { resource, parent }: RowsRequest,
  { link, accountId }: RowBinding,
  { fields, layout }: CompiledFields,
): RowDecoder['about'] {
  const isBelowFamily =
    parent !== undefined && !['COLLEAGUE', 'NONE'].includes(parent.resource.link.kind);
  if (link.kind !== 'EPISODE' || isBelowFamily || RECORDED_TYPES.includes(resource.type))
    return null;
  const tells = fields.some(
    (field) => field.released !== 'NEVER' && !OF_WORK_ALONE.includes(field.class),
  );
  const family = sql`(SELECT ${episode.familyId} FROM ${episode} WHERE ${episode.id} = ${link.episodeId})`;
  if (tells) return { episode: layout.add(link.episodeId), family: layout.add(family) };
  return { episode: layout.add(ofOthers(link.episodeId, accountId)), family: null };
}

function ofOthers(episodeId: SQL, account: SQL | undefined): SQL {
  if (account === undefined) return episodeId;
  return sql`CASE WHEN ${account} IS DISTINCT FROM p.id THEN ${episodeId} END`;
}
