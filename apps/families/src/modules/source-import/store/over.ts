import type { Held } from '@postern/steps';
import { takeSteps, takingByService } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { ImportItemMove } from '../import-item.machine.ts';
import { importItemMachine } from '../import-item.machine.ts';
import type { ImportItemState } from '../import-item.table.ts';
import { forget } from './decisions.ts';

/**
 * Deletes items that are held and whose twelve months have passed (DEV-A3-12m); the database asks the day once more. Of those that
 * are on a record it stays known on which.
 */
export async function deleteOver(
  transaction: Statements,
  items: readonly Held<ImportItemState>[],
  now: Date,
): Promise<void> {
  const taking = takingByService(transaction, now);
  for (const [move, those] of Map.groupBy(items, moveOf))
    await takeSteps(
      importItemMachine,
      those,
      {
        move,
        onBehalfOf: 'SERVICE',
        reason: 'Twelve months have passed since it was received.',
        about: () => ({}),
      },
      taking,
    );
  const ids = items.map(({ id }) => id);
  await forget(taking, ids, 'TWELVE_MONTHS');
}

function moveOf({ state }: Held<ImportItemState>): ImportItemMove {
  return state === 'MATCHED' ? 'LEAVE_POOL' : 'DELETE';
}
