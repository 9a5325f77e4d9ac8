import type { Held } from '@postern/steps';
import { requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { ImportItemState } from '../import-item.table.ts';
import { isInPool, poolValues } from './in-pool.ts';

/** An item as whoever decides about it holds it. */
export interface HeldItem extends Held<ImportItemState> {
  readonly agencyId: string;
}

/**
 * Holds an item of the pool until the transaction ends: of two who decide about it the later one sees what the earlier one did,
 * and so does what deletes it. @throws CommandRefused RECORD_UNKNOWN for what is not in the pool for the caller; REVISION_PASSED
 */
export async function holdItem(
  call: CommandCall<unknown>,
  { item, expectedRevision }: { readonly item: string; readonly expectedRevision?: number },
): Promise<HeldItem> {
  const { transaction, principal, now } = call;
  const looking = { statements: transaction, principal, now };
  const [held] = isUuid(item)
    ? await transaction.run<HeldItem & Record<string, unknown>>({
        text: `SELECT id, state, revision, agency_id AS "agencyId" FROM families.import_item item
          WHERE id = $1 AND ${isInPool('item', 2)} FOR UPDATE`,
        values: [item, ...(await poolValues(looking))],
      })
    : [];
  if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  if (expectedRevision !== undefined) requireRevision(held, expectedRevision);
  return held;
}
