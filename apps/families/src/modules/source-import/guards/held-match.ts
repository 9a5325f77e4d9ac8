import { civilDay } from '@postern/policy';
import type { Held } from '@postern/steps';
import { requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { isUuid } from '@postern/subgraph-kit';
import type { ImportItemState } from '../import-item.table.ts';
import { deleteOver } from '../store/over.ts';
import { isOpenTo, openValues } from './in-pool.ts';

/** What left the pool for a record, as whoever puts it right holds it. */
export interface HeldMatch extends Held<'ON_RECORD'> {
  readonly agencyId: string;
}

/**
 * Holds what was matched and is in the pool no more, by the item or by the entry that it became; null where it is in the pool, or
 * not there for the caller. @throws CommandRefused REVISION_PASSED
 */
export async function holdMatch(
  call: CommandCall<unknown>,
  { item, expectedRevision }: { readonly item: string; readonly expectedRevision: number },
): Promise<HeldMatch | null> {
  if (!isUuid(item)) return null;
  await leaveIfOver(call, item);
  const { transaction, principal, now } = call;
  const looking = { statements: transaction, principal, now };
  const [held] = await transaction.run<HeldMatch & Record<string, unknown>>({
    text: `SELECT id, 'ON_RECORD' AS state, revision, agency_id AS "agencyId" FROM families.import_match matched
      WHERE (id = $1 OR entry_id = $1) AND ${isOpenTo('matched', 2)} FOR UPDATE`,
    values: [item, ...(await openValues(looking))],
  });
  if (held === undefined) return null;
  requireRevision(held, expectedRevision);
  return held;
}

/** Between its day and the timer's turn it leaves now. */
async function leaveIfOver(
  { transaction, now }: CommandCall<unknown>,
  item: string,
): Promise<void> {
  const over = await transaction.run<Held<ImportItemState> & Record<string, unknown>>({
    text: `SELECT id, state, revision FROM families.import_item WHERE (id = $1 OR entry_id = $1) AND state = 'MATCHED'
      AND families.pool_ends(received_on) <= $2::date FOR UPDATE`,
    values: [item, civilDay(now)],
  });
  if (over.length > 0) await deleteOver(transaction, over, now);
}
