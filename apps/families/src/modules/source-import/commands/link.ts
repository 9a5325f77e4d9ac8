import { id, idempotencyKey, reason, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdItem } from '../guards/held-item.ts';
import { DATA_HUB, MATCHING } from '../guards/in-pool.ts';
import { recordLinked, recordLinksEnded } from '../store/links.ts';

const input = z.strictObject({ item: id, other: id, reason, idempotencyKey });
const ending = z.strictObject({ link: id, reason });

/** A professional states that somebody elsewhere has significant influence on a family, and why (DEV-A4-2). */
export const linkImportedItem: Command<z.infer<typeof input>> = {
  roles: DATA_HUB,
  purpose: MATCHING,
  input,
  run: async (call) => {
    const { item, other, reason: because } = call.input;
    const { transaction, principal, now } = call;
    if (item === other) throw argumentInvalid('other', 'another item than "item"');
    // Both are held in one order, whichever way they are named.
    for (const each of [item, other].toSorted()) await holdItem(call, { item: each });
    const link = crypto.randomUUID();
    await transaction.run({
      text: `INSERT INTO families.import_link (id, item_id, other_id, stated_by, agency_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        link,
        item,
        other,
        principal.accountId,
        principal.agencyId,
        because,
        now.toISOString(),
      ],
    });
    await recordLinked(takingFor(call), link);
    return { link, stands: true };
  },
};

/** Ends a professional's view; it stays with the items that it was of. */
export const endImportLink: Command<z.infer<typeof ending>> = {
  roles: DATA_HUB,
  purpose: MATCHING,
  input: ending,
  run: async (call) => {
    const { link, reason: because } = call.input;
    const { transaction, principal, now } = call;
    const [stated] = isUuid(link)
      ? await transaction.run<{ items: readonly string[] }>({
          text: 'SELECT ARRAY[item_id, other_id] AS items FROM families.import_link WHERE id = $1',
          values: [link],
        })
      : [];
    if (stated === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    // The items first, as whoever deletes them does.
    for (const item of stated.items.toSorted()) await holdItem(call, { item });
    const ended = await transaction.run({
      text: 'UPDATE families.import_link SET ended_at = $2, ended_by = $3, end_reason = $4 WHERE id = $1 AND ended_at IS NULL RETURNING 1 AS is',
      values: [link, now.toISOString(), principal.accountId, because],
    });
    if (ended.length === 0) throw new CommandRefused('RECORD_UNKNOWN');
    await recordLinksEnded(takingFor(call), [link], {
      onBehalfOf: 'SELF',
      reason: 'Ended by whoever matches, with a reason.',
    });
    return { link, stands: false };
  },
};
