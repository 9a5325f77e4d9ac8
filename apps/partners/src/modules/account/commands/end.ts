import { HOST } from '../../agency/commands/agency-command.ts';
import type { EndingCause } from '../../grant/grants-of.ts';
import { endGrants } from '../../grant/grants-of.ts';
import { endHoldingsOf } from '../../role-holding/store/holdings.ts';
import type { AccountMove } from '../account.machine.ts';
import { moveAccount } from '../store/account.ts';
import { callOff } from '../store/invitations.ts';
import { accountStep } from './account-command.ts';

/** Ends an account for good, with all that it could do, at once. */
function ending(roles: readonly string[], move: AccountMove, cause: EndingCause) {
  return accountStep(roles, {}, async (held, call, taking) => {
    const { reason } = call.input;
    const ended = await moveAccount(held, move, { reason, details: { cause } }, taking);
    await callOff(call.transaction, held.id, call.now);
    await endGrants(taking, { of: { account: held.id }, cause, reason });
    await endHoldingsOf(held, reason, taking);
    return ended;
  });
}

/** Somebody left their agency, or is no longer to work here: everything they could do ends with that (SHR-8.4.2e). */
export const reportLeaver = ending([...HOST, 'CONTACT_OFFICER'], 'LEAVE', 'USER_LEFT');

/** Somebody broke the terms of use. */
export const endForTermsBreach = ending(HOST, 'END_FOR_BREACH', 'MISUSE');
