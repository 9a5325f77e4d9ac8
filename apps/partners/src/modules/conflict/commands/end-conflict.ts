import { id, reason, takeStep, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireNotSelf } from '../../account/guards/not-self.ts';
import { aboutOf, holdPractitioner } from '../../account/store/account.ts';
import type { ConflictState } from '../conflict.machine.ts';
import { CONFLICT_MACHINE } from '../conflict.machine.ts';
import { DECLARING, requireDeclarer } from '../guards/declarer.ts';
import { requireUnrelated } from '../guards/may-know.ts';

const input = z.strictObject({ conflict: id, reason });

interface HeldConflict {
  readonly id: string;
  readonly accountId: string;
  readonly familyId: string;
  /** One of the family's, by which the step is about it. */
  readonly episode: string | null;
  readonly state: ConflictState;
}

/** Ends a declared relationship that is none any more; never one’s own, and of who watches by another watcher. */
export const endConflict: Command<z.output<typeof input>> = {
  roles: DECLARING,
  purpose: 'ADMINISTRATION',
  input,
  run: async (call) => {
    const { transaction, now } = call;
    const [held] = isUuid(call.input.conflict)
      ? await transaction.run<HeldConflict>({
          text: `SELECT id, account_id AS "accountId", family_id AS "familyId",
              (SELECT id FROM access.episode WHERE episode.family_id = conflict.family_id ORDER BY id LIMIT 1) AS episode,
              CASE WHEN ended_at <= $2::timestamptz THEN 'ENDED' ELSE 'DECLARED' END AS state
            FROM access.conflict_of_interest conflict WHERE id = $1 FOR UPDATE`,
          values: [call.input.conflict, now.toISOString()],
        })
      : [];
    if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    const account = await holdPractitioner(call, held.accountId);
    requireNotSelf(call, account.id);
    await requireUnrelated(call, [held.familyId]);
    await requireDeclarer(call, account.id, held.familyId);
    const about = { ...aboutOf(account), episode: held.episode };
    const state = await takeStep(
      CONFLICT_MACHINE,
      { ...held, revision: 1 },
      { move: 'END', reason: call.input.reason, onBehalfOf: 'COLLEAGUE', about },
      takingFor(call),
    );
    await transaction.run({
      text: 'UPDATE access.conflict_of_interest SET ended_at = $2 WHERE id = $1',
      values: [held.id, now.toISOString()],
    });
    return { conflict: held.id, state };
  },
};
