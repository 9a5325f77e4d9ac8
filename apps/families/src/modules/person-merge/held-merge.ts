import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { PersonMergeState } from './person-merge.table.ts';

/** A merge, held until the transaction ends. */
export interface HeldMerge extends Held<PersonMergeState> {
  readonly kept: string;
  readonly merged: string;
  readonly proposedBy: string;
}

/** Who decides on it, and may take it back: of the host, with access to both records. */
export const MERGE_DECIDERS: readonly string[] = ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'];

/** A merge of two records both of which the caller sees: of one alone nobody is told that there is another. */
export async function holdMerge(call: CommandCall<unknown>, id: string): Promise<HeldMerge> {
  const held = await hold<HeldMerge>(
    call.transaction,
    {
      table: 'families.person_merge',
      columns: 'kept_id AS kept, merged_id AS merged, proposed_by AS "proposedBy"',
    },
    id,
  );
  await requireBothSeen(call, held);
  return held;
}

/** @throws CommandRefused RECORD_UNKNOWN */
export async function requireBothSeen(
  { seen }: Pick<CommandCall<unknown>, 'seen'>,
  { kept, merged }: Pick<HeldMerge, 'kept' | 'merged'>,
): Promise<void> {
  const visible = await seen('Person', [kept, merged]);
  if (!visible.has(kept) || !visible.has(merged)) throw new CommandRefused('RECORD_UNKNOWN');
}
