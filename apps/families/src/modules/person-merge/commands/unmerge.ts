import {
  expectedRevision,
  id,
  keptText,
  reason,
  requireRevision,
  takeStep,
  takingFor,
} from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { entryTypes } from '../../entry/entry-types.ts';
import type { HeldMerge } from '../held-merge.ts';
import { holdMerge, holdMerges, MERGE_DECIDERS } from '../held-merge.ts';
import { PERSON_MERGE_MACHINE } from '../person-merge.machine.ts';

const MOST_ENTRIES = 500;

const input = z.strictObject({
  merge: id,
  expectedRevision,
  entries: z.array(z.strictObject({ entry: id, person: id })).max(MOST_ENTRIES),
  reason,
});

type Input = z.output<typeof input>;

/**
 * Parts two records that were taken for one person. No row was moved when they were merged, so every one is where it was; what
 * was recorded since stands with whom it was recorded of, unless whoever parts them assigns it to the other.
 */
export const unmergePersons: Command<Input> = {
  roles: MERGE_DECIDERS,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const held = await holdMerge(call, call.input.merge);
    requireRevision(held, call.input.expectedRevision);
    const state = await takeStep(
      PERSON_MERGE_MACHINE,
      held,
      {
        move: 'UNMERGE',
        onBehalfOf: 'AGENCY',
        reason: 'Two records taken for one person are of two.',
        about: {},
      },
      takingFor(call),
    );
    await holdMerges(call.transaction);
    for (const assigned of call.input.entries) await assign(call, held, assigned);
    await call.transaction.run({
      text: `UPDATE families.person_merge SET state = $2, revision = revision + 1, reasons = ${keptText('reasons', '$3::text')} WHERE id = $1`,
      values: [held.id, state, call.input.reason],
    });
    await call.transaction.run({
      text: 'SELECT families.unmerge_persons($1::uuid)',
      values: [held.id],
    });
    const { kept, merged } = held;
    return { merge: held.id, state, revision: held.revision + 1, kept, merged };
  },
};

/** @throws CommandRefused RECORD_UNKNOWN of an entry that the caller does not see; ARGUMENT_INVALID of one it cannot be done with */
async function assign(
  call: CommandCall<Input>,
  merge: HeldMerge,
  { entry, person }: Input['entries'][number],
): Promise<void> {
  const [standing] = isUuid(entry)
    ? await call.transaction.run<{ kind: string }>({
        text: 'SELECT kind FROM families.person_entry WHERE id = $1',
        values: [entry],
      })
    : [];
  const type = entryTypes.find(({ kind }) => kind === standing?.kind)?.type;
  if (type === undefined || !(await call.seen(type, [entry])).has(entry))
    throw new CommandRefused('RECORD_UNKNOWN');
  const [moved] = await call.transaction.run<{ done: boolean }>({
    text: 'SELECT families.assign_entry($1::uuid, $2::uuid, $3::uuid, $4::timestamptz) AS done',
    values: [merge.id, entry, isUuid(person) ? person : null, call.now.toISOString()],
  });
  if (moved?.done !== true)
    throw argumentInvalid(
      'entries',
      'entries recorded while the two were one, each with one of the two, whom its episode concerns',
    );
}
