import { randomUUID } from 'node:crypto';
import { notPermitted } from '@postern/recording';
import { begin, id, idempotencyKey, reason, takingFor } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireBothSeen, requireMergeable } from '../held-merge.ts';
import { PERSON_MERGE_MACHINE } from '../person-merge.machine.ts';

const input = z.strictObject({ kept: id, merged: id, evidence: reason, idempotencyKey });

type Input = z.output<typeof input>;

/** By these two records are told from each other: whoever may write them of both may say that they are of one person. */
const TELLING = ['givenName', 'familyName', 'dateOfBirth'];

/** Proposes that two records are of one person; somebody else decides. Nothing changes before. */
export const proposePersonMerge: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { kept, merged, evidence } = call.input;
    if (!isUuid(kept) || !isUuid(merged)) throw new CommandRefused('RECORD_UNKNOWN');
    await requireBothSeen(call, call.input);
    if (kept === merged) throw argumentInvalid('merged', 'another person than "kept"');
    const may = await call.mayRecord('Person', [kept, merged], TELLING);
    if (!may.has(kept) || !may.has(merged)) throw notPermitted('Person', TELLING);
    await requireApart(call);
    const merge = randomUUID();
    const state = await begin(
      PERSON_MERGE_MACHINE,
      merge,
      {
        move: 'PROPOSE',
        onBehalfOf: 'AGENCY',
        reason: 'Two records may be of one person.',
        about: {},
      },
      takingFor(call),
    );
    await call.transaction.run({
      text: `INSERT INTO families.person_merge (id, kept_id, merged_id, state, evidence, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        merge,
        kept,
        merged,
        state,
        evidence,
        call.principal.accountId,
        call.now.toISOString(),
      ],
    });
    return { merge, state, revision: 1, kept, merged };
  },
};

/** One proposal at a time, of two records that may be merged. */
async function requireApart(call: CommandCall<Input>): Promise<void> {
  const { transaction, input: given } = call;
  await requireMergeable(call, given);
  const [standing] = await transaction.run<{ state: string }>({
    text: `SELECT state FROM families.person_merge WHERE state = 'PROPOSED' AND kept_id IN ($1, $2) AND merged_id IN ($1, $2) LIMIT 1`,
    values: [given.kept, given.merged],
  });
  if (standing !== undefined)
    throw new CommandRefused('STEP_NOT_POSSIBLE', { about: [standing.state] });
}
