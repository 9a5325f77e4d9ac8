import type { Taking } from '@postern/steps';
import type { EndingCause } from '../../grant/grants-of.ts';
import { endGrants } from '../../grant/grants-of.ts';
import { endHoldingsOf } from '../../role-holding/store/holdings.ts';
import type { AccountMove } from '../account.machine.ts';
import type { HeldAccount } from './account.ts';
import { moveAccount } from './account.ts';
import { callOff } from './invitations.ts';

/** How an account ends for good. */
export interface Ending {
  readonly move: AccountMove & ('LEAVE' | 'END_FOR_BREACH');
  readonly cause: EndingCause;
  readonly reason: string;
}

/** Ends an account for good, with all that it could do, at once; the address of whoever leaves is theirs no longer. */
export async function endAccount(
  held: HeldAccount,
  { move, cause, reason }: Ending,
  taking: Taking,
): Promise<HeldAccount> {
  const { transaction, actor } = taking;
  const ended = await moveAccount(held, move, { reason, details: { cause } }, taking);
  await callOff(transaction, held.id, actor.at);
  await endGrants(taking, { of: { account: held.id }, cause, reason });
  await endHoldingsOf(held, reason, taking);
  if (move === 'LEAVE')
    await transaction.run({
      text: 'UPDATE partners.practitioner SET left_at = $2 WHERE id = $1',
      values: [held.id, actor.at.toISOString()],
    });
  return ended;
}
