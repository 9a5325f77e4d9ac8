import { civilDay } from '@postern/policy';
import type { TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import type { Held } from '@postern/steps';
import { startOfDay } from '@postern/steps';
import type { ImportItemState } from './import-item.table.ts';
import { deleteOver } from './store/over.ts';

/** What is under the threshold is deleted on the day twelve months after it was received, whoever decided what of it (DEV-A3-12m). */
export const sourceImportTimers: readonly TimerKind[] = [
  {
    name: 'IMPORT_POOL_OVER',
    clause: 'DEV-A3-12m',
    due: dueOf(
      'IMPORT_POOL_OVER',
      'families.import_batch',
      'EXISTS (SELECT FROM families.import_item item WHERE item.batch_id = kept.id)',
    ),
    fire: async ({ transaction, subjectId, now }) => {
      const items = await transaction.run<Held<ImportItemState> & Record<string, unknown>>({
        text: `SELECT id, state, revision FROM families.import_item WHERE batch_id = $1 AND families.pool_ends(received_on) <= $2::date
          ORDER BY id FOR UPDATE`,
        values: [subjectId, civilDay(now)],
      });
      if (items.length === 0) throw new NoLongerDue();
      await deleteOver(transaction, items, now);
    },
  },
  {
    name: 'MATCH_CANDIDATE_OVER',
    clause: 'DEV-A3-12m',
    due: dueOf('MATCH_CANDIDATE_OVER', 'families.match_candidate', 'true'),
    fire: async ({ transaction, subjectId, now }) => {
      const [gone] = await transaction.run<{ was: boolean }>({
        text: 'SELECT families.forget_candidate($1::uuid, $2::timestamptz) AS was',
        values: [subjectId, now.toISOString()],
      });
      if (gone?.was !== true) throw new NoLongerDue();
    },
  },
];

function dueOf(kind: string, table: string, condition: string): TimerKind['due'] {
  const dueAt = startOfDay('families.pool_ends(kept.received_on)');
  return async (statements, now, limit) => {
    const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
      text: `SELECT kept.id AS "subjectId", ${dueAt} AS "dueAt" FROM ${table} kept
        WHERE families.pool_ends(kept.received_on) <= $1::date AND ${condition} AND ${unfired(kind, { subject: 'kept.id', dueAt })}
        ORDER BY kept.received_on, kept.id LIMIT $2`,
      values: [civilDay(now), limit],
    });
    return rows.map(({ subjectId, dueAt: due }) => ({ subjectId, dueAt: new Date(due) }));
  };
}
