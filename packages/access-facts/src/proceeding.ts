import { index, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

export const PROCEEDING_KINDS = [
  'PANEL',
  'AUDIT',
  'REVIEW',
  'TRANSFER',
  'RIGHTS_REQUEST',
  'BREACH',
] as const;
export type ProceedingKind = (typeof PROCEEDING_KINDS)[number];

/**
 * A process about an episode in which somebody outside its team reads for as long as it is live: a panel case, a
 * quality audit, a safeguarding review, a transfer to social care, a rights request, a breach.
 */
export const proceeding = access.table(
  'proceeding',
  {
    id: uuid().primaryKey(),
    kind: text().$type<ProceedingKind>().notNull(),
    episodeId: uuid('episode_id').notNull(),
    /** The state or stage it is in; which of them let anybody read is law, not data (`PROCEEDINGS`). */
    state: text().notNull(),
    /** The law that it rests on where the family did not agree; null where it rests on the family’s agreement (SHR-3.7.2b). */
    basis: text(),
    /** By which access what was picked for it is read, of a transfer; nobody reads it by another (SHR-3.4.10c). */
    grantId: uuid('grant_id'),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    /** When it ends at the latest. */
    endsAt: timestamp('ends_at', { withTimezone: true }),
    closedAt: timestamp('closed_at', { withTimezone: true }),
  },
  (t) => [index().on(t.episodeId)],
);

/** One record that was picked by hand for a transfer; nothing goes by default (SHR-3.4.10c). */
export const transferItem = access.table(
  'transfer_item',
  {
    proceedingId: uuid('proceeding_id').notNull(),
    itemId: uuid('item_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.proceedingId, t.itemId] })],
);
