import { randomUUID } from 'node:crypto';
import { postNotice } from '@postern/scheduler';
import { begin, id, idempotencyKey, reason, takingFor } from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { HeldAccount } from '../../account/store/account.ts';
import { aboutOf, holdAccount, holdPractitioner } from '../../account/store/account.ts';
import { CONFLICT_MACHINE } from '../conflict.machine.ts';
import { DECLARING, requireDeclarer } from '../guards/declarer.ts';
import { requireMayKnow } from '../guards/may-know.ts';
import { tellWhereNoOfficerIsLeft } from '../nobody-free.ts';

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
    const { episode } = call.input;
    if (!(await call.seen('Episode', [episode])).has(episode))
      throw new CommandRefused('RECORD_UNKNOWN');
    return declared(call, account, await familyOf(call));
  },
};

/** The host puts on the record what it was told of somebody, whether or not it works on the episode itself; of who watches over it, another watcher. */
export const declareConflictFor: Command<z.output<typeof forAnother>> = {
  roles: DECLARING,
  purpose: 'ANY',
  input: forAnother,
  run: async (call) => {
    const account = await holdPractitioner(call, call.input.practitioner);
    await requireMayKnow(call, [call.input.episode]);
    const family = await familyOf(call);
    await requireDeclarer(call, account.id, family);
    return declared(call, account, family);
  },
};

async function familyOf({
  transaction,
  input,
}: CommandCall<{ readonly episode: string }>): Promise<string> {
  const [found] = await transaction.run<{ family: string }>({
    text: 'SELECT family_id AS family FROM access.episode WHERE id = $1',
    values: [input.episode],
  });
  if (found === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return found.family;
}

/** What is declared already stays the one declaration, so that nothing else bars once it is ended; the account is held. */
async function declared(
  call: CommandCall<Given>,
  account: HeldAccount,
  family: string,
): Promise<Answer> {
  const { transaction, principal, input, now } = call;
  const [known] = await transaction.run<{ id: string }>({
    text: `SELECT id FROM access.conflict_of_interest WHERE account_id = $1 AND family_id = $2 AND declared_at <= $3
      AND (ended_at IS NULL OR ended_at > $3)`,
    values: [account.id, family, now.toISOString()],
  });
  if (known !== undefined) return { conflict: known.id, state: 'DECLARED' };
  const conflict = randomUUID();
  await transaction.run({
    text: 'INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at) VALUES ($1, $2, $3, $4)',
    values: [conflict, account.id, family, now.toISOString()],
  });
  const about = { ...aboutOf(account), episode: input.episode };
  const onBehalfOf = account.id === principal.accountId ? 'SELF' : 'COLLEAGUE';
  await begin(
    CONFLICT_MACHINE,
    conflict,
    { move: 'DECLARE', reason: input.reason, onBehalfOf, about },
    takingFor(call),
  );
  await tellWhereNoOfficerIsLeft(transaction, family, now);
  // Which family it is, they are not told.
  if (account.id !== principal.accountId)
    await postNotice(transaction, {
      kind: 'RELATIONSHIP_DECLARED',
      to: { account: account.id },
      params: { at: now, page: '/me' },
      at: now,
    });
  return { conflict, state: 'DECLARED' };
}
