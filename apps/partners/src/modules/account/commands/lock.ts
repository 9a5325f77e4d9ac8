import { requireOwnOr } from '../../agency/guards/own-agency.ts';
import { resumeGrants, suspendGrants } from '../../grant/grants-of.ts';
import { HOST, WATCHERS } from '../../role-holding/offices.ts';
import { requireNotLast } from '../guards/last-of-office.ts';
import { requireNotLooking } from '../guards/looks-now.ts';
import { moveAccount } from '../store/account.ts';
import { unbind } from '../store/binding.ts';
import { callOff } from '../store/invitations.ts';
import { accountStep } from './account-command.ts';
import { sendCode } from './send-code.ts';

const GUARDS: readonly string[] = [...HOST, ...WATCHERS];

/** Locks an account down of which misuse is possible: a lost device, an unknown sign-in (SHR-8.3.7g). */
export const lockDownAccount = accountStep(
  [...GUARDS, 'CONTACT_OFFICER'],
  {},
  async (held, call, taking) => {
    const { reason } = call.input;
    await requireNotLast(call, held.id);
    await requireNotLooking(call, held.id);
    const locked = await moveAccount(held, 'LOCK_DOWN', { reason }, taking);
    await callOff(call.transaction, held.id, call.now);
    await suspendGrants(taking, { of: { account: held.id }, reason });
    return locked;
  },
  (held, call) => requireOwnOr(GUARDS, call, held.agencyId),
);

/** Disables an account whose credential somebody else has, or may have (SHR-8.3.7f). */
export const disableCompromised = accountStep(GUARDS, {}, async (held, call, taking) => {
  const { reason } = call.input;
  await requireNotLast(call, held.id);
  await requireNotLooking(call, held.id);
  const disabled = await moveAccount(held, 'DISABLE_COMPROMISED', { reason }, taking);
  await callOff(call.transaction, held.id, call.now);
  await suspendGrants(taking, { of: { account: held.id }, reason });
  return disabled;
});

/**
 * Brings an account back, for a new credential only (SHR-8.3.7g): whoever signs in as before is let in no longer, until the
 * account is bound anew by an invitation that goes to the personal mailbox.
 */
export const unlockAccount = accountStep(HOST, {}, async (held, call, taking) => {
  const { transaction, input, now } = call;
  const { reason } = input;
  const unlocked = await moveAccount(held, 'UNLOCK', { reason }, taking);
  await unbind(transaction, held.id);
  await sendCode(transaction, held, now);
  await resumeGrants(taking, { of: { account: held.id }, reason });
  return unlocked;
});
