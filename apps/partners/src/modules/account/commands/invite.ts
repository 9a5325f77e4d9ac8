import { CommandRefused } from '@postern/subgraph-kit';
import { HOST } from '../../role-holding/offices.ts';
import { moveAccount, requireIn } from '../store/account.ts';
import { nominationOf } from '../store/nominations.ts';
import { accountStep } from './account-command.ts';
import { sendCode } from './send-code.ts';

/**
 * Invites whoever was nominated, or once more whoever has not answered, at a personal address of the agency (SHR-8.1c). Two
 * persons have had a part in it by then: whoever nominated invites nobody without a countersignature (SHR-8.2.1c).
 */
export const invitePractitioner = accountStep(HOST, {}, async (held, call, taking) => {
  const { transaction, input, now } = call;
  requireIn(held, 'NOMINATED', 'INVITED');
  const nomination = await nominationOf(transaction, held.id);
  const isAlone = nomination?.nominatedBy === call.principal.accountId;
  if (nomination?.countersignedBy === null && (nomination.ofThemselves || isAlone))
    throw new CommandRefused('COUNTERSIGNATURE_MISSING');
  const until = await sendCode(transaction, held, now);
  const details = { until: until.toISOString() };
  return moveAccount(held, 'INVITE', { reason: input.reason, details }, taking);
});
