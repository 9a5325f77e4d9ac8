import { randomUUID } from 'node:crypto';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { id, idempotencyKey, reason } from '../../../steps/input.ts';
import { begin, takingFor } from '../../../steps/take-step.ts';
import type { HeldAccount } from '../../account/store/account.ts';
import { aboutOf, holdAccount, holdPractitioner } from '../../account/store/account.ts';
import { HOST } from '../../agency/commands/agency-command.ts';
import { CONFLICT_MACHINE } from '../conflict.machine.ts';

const own = z.strictObject({ episode: id, reason, idempotencyKey });
const forAnother = z.strictObject({ practitioner: id, episode: id, reason, idempotencyKey });

type Given = z.output<typeof own>;

/** Declares a relationship of one's own with the family of an episode that one sees; it is barred at once. */
export const declareConflict: Command<Given> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: own,
  run: async (call) => {
    const account = await holdAccount(call.transaction, call.principal.accountId);
    if (account.kind !== 'PRACTITIONER') throw new CommandRefused('RECORD_UNKNOWN');
    return declared(call, account, 'SELF');
  },
};

/** The host declares it for somebody who told it so. */
export const declareConflictFor: Command<z.output<typeof forAnother>> = {
  roles: HOST,
  purpose: 'ANY',
  input: forAnother,
  run: async (call) =>
    declared(call, await holdPractitioner(call, call.input.practitioner), 'COLLEAGUE'),
};

async function declared(
  call: CommandCall<Given>,
  account: HeldAccount,
  onBehalfOf: 'SELF' | 'COLLEAGUE',
): Promise<Answer> {
  const { transaction, input, now } = call;
  const visible = await call.seen('Episode', [input.episode]);
  if (!visible.has(input.episode)) throw new CommandRefused('RECORD_UNKNOWN');
  const conflict = randomUUID();
  await transaction.run({
    text: `INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at)
      SELECT $1, $2, family_id, $4 FROM access.episode WHERE id = $3`,
    values: [conflict, account.id, input.episode, now.toISOString()],
  });
  // No episode stands on the record: with whom somebody is related is not for everybody who reads it.
  await begin(
    CONFLICT_MACHINE,
    conflict,
    { move: 'DECLARE', reason: input.reason, onBehalfOf, about: aboutOf(account) },
    takingFor(call),
  );
  return { conflict, state: 'DECLARED' };
}
