import { expectedRevision, id, reason, requireRevision, takeStep, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdMerge, MERGE_DECIDERS, requireMergeable } from '../held-merge.ts';
import { PERSON_MERGE_MACHINE } from '../person-merge.machine.ts';

const input = z.strictObject({
  merge: id,
  expectedRevision,
  decision: z.enum(['MERGE', 'REFUSE']),
  reason,
});

type Input = z.output<typeof input>;

/**
 * Decides whether two records are of one person. Then what is recorded of either is found under the one that stays, by whoever
 * could read it before, and what hides something of either hides it of both: nothing is shown to anybody that was not before.
 */
export const decidePersonMerge: Command<Input> = {
  roles: MERGE_DECIDERS,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { merge, decision } = call.input;
    const { accountId } = call.principal;
    const held = await holdMerge(call, merge);
    if (held.proposedBy === accountId) throw new CommandRefused('SECOND_PERSON');
    requireRevision(held, call.input.expectedRevision);
    if (decision === 'MERGE' && held.state === 'PROPOSED') await requireMergeable(call, held);
    const state = await takeStep(
      PERSON_MERGE_MACHINE,
      held,
      {
        move: decision,
        onBehalfOf: 'AGENCY',
        reason: 'A second person decided whether two records are of one person.',
        about: {},
      },
      takingFor(call),
    );
    await call.transaction.run({
      text: `UPDATE families.person_merge SET state = $2, revision = revision + 1, decided_by = $3, decided_at = $4, reasons = $5 WHERE id = $1`,
      values: [held.id, state, accountId, call.now.toISOString(), call.input.reason],
    });
    if (state === 'MERGED')
      await call.transaction.run({
        text: 'SELECT families.merge_persons($1::uuid)',
        values: [held.id],
      });
    const { kept, merged } = held;
    return { merge: held.id, state, revision: held.revision + 1, kept, merged };
  },
};
