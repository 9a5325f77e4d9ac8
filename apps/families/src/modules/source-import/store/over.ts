import type { Held } from '@postern/steps';
import { takeSteps, takingByService } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { importItemMachine } from '../import-item.machine.ts';
import type { ImportItemState } from '../import-item.table.ts';
import { forget } from './decisions.ts';

/** Deletes items that are held and whose twelve months have passed (DEV-A3-12m); the database asks the day once more. */
export async function deleteOver(
  transaction: Statements,
  items: readonly Held<ImportItemState>[],
  now: Date,
): Promise<void> {
  await takeSteps(
    importItemMachine,
    items,
    {
      move: 'DELETE',
      onBehalfOf: 'SERVICE',
      reason: 'Twelve months have passed since it was received.',
      about: () => ({}),
    },
    takingByService(transaction, now),
  );
  const ids = items.map(({ id }) => id);
  await forget(transaction, ids, { cause: 'TWELVE_MONTHS', at: now });
}
