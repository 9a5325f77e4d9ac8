import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { CommandCall, Statements } from '@postern/subgraph-kit';
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

/** Nobody else merges, parts or seals, or records what holds for all records of a person, until the transaction ends. */
export async function holdMerges(transaction: Statements): Promise<void> {
  await transaction.run({ text: 'SELECT families.hold_merges()', values: [] });
}

/**
 * No record under a record that is itself under another, and none with the one before or since an adoption: the refusal is the
 * same, since one of two records may be under a third that the caller does not see. Until the transaction ends nobody else
 * merges or seals. @throws CommandRefused STEP_NOT_POSSIBLE
 */
export async function requireMergeable(
  { transaction }: Pick<CommandCall<unknown>, 'transaction'>,
  { kept, merged }: Pick<HeldMerge, 'kept' | 'merged'>,
): Promise<void> {
  await holdMerges(transaction);
  const [found] = await transaction.run<{ may: boolean }>({
    text: 'SELECT families.may_be_merged($1::uuid, $2::uuid) AS may',
    values: [kept, merged],
  });
  if (found?.may !== true) throw new CommandRefused('STEP_NOT_POSSIBLE', { about: ['MERGED'] });
}
