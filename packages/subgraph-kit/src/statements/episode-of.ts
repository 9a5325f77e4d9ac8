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
const OF_WORK_ALONE: readonly ClassKey[] = ['PUBLIC', 'WORKFORCE', 'OPERATIONAL'];

/** What of a row is compiled already. */
interface Compiled {
  readonly fields: readonly FieldDecoder[];
  readonly layout: RowLayout;
}

/**
 * Where a row of an episode that is read for itself, and not below a record of the family, has its episode for the
 * ledger; and its family, where it gives more than who works on it. One's own rows tell one of no episode that one does
 * not see.
 */
export function episodeOf(
  { resource, parent }: RowsRequest,
  { link, accountId }: RowBinding,
  { fields, layout }: Compiled,
): RowDecoder['about'] {
  const isBelowFamily =
    parent !== undefined && !['COLLEAGUE', 'NONE'].includes(parent.resource.link.kind);
  if (link.kind !== 'EPISODE' || isBelowFamily || RECORDED_TYPES.includes(resource.type))
    return null;
  const ofOthers = (value: SQL): SQL =>
    accountId === undefined
      ? value
      : sql`CASE WHEN ${accountId} IS DISTINCT FROM p.id THEN ${value} END`;
  const tells = fields.some(
    (field) => field.released !== 'NEVER' && !OF_WORK_ALONE.includes(field.class),
  );
  const family = sql`(SELECT ${episode.familyId} FROM ${episode} WHERE ${episode.id} = ${link.episodeId})`;
  return {
    episode: layout.add(ofOthers(link.episodeId)),
    family: tells ? layout.add(ofOthers(family)) : null,
  };
}
