import { CommandRefused } from '@postern/subgraph-kit';
import { HOST } from '../../role-holding/offices.ts';
import { noteAccount, requireIn } from '../store/account.ts';
import { nominationOf } from '../store/nominations.ts';
import { accountStep } from './account-command.ts';

/** A second person of the host countersigns what somebody nominated for themselves. */
export const countersignNomination = accountStep(HOST, {}, async (held, call, taking) => {
  const { transaction, principal, input } = call;
  requireIn(held, 'NOMINATED');
  const nomination = await nominationOf(transaction, held.id);
  if (nomination?.nominatedBy === principal.accountId) throw new CommandRefused('SECOND_PERSON');
  await transaction.run({
    text: 'UPDATE partners.nomination SET countersigned_by = $2 WHERE account_id = $1',
    values: [held.id, principal.accountId],
  });
  return noteAccount(held, 'COUNTERSIGN', { reason: input.reason }, taking);
});
