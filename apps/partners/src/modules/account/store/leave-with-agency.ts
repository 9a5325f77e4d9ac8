import type { Taking } from '@postern/steps';
import type { HeldAccount } from './account.ts';
import { holdAccount, mayMove } from './account.ts';
import { endAccount } from './leave.ts';

/**
 * With an agency its people leave, so that nobody who went meanwhile is let in again when it comes back. A family member
 * for whom it vouches does not work there. All of them are held before any episode is, as whoever ends one account does:
 * so neither waits for what the other has.
 */
export async function leaveWithAgency(
  agency: string,
  reason: string,
  taking: Taking,
): Promise<void> {
  const people = await taking.transaction.run<{ id: string }>({
    text: `SELECT id FROM access.account WHERE agency_id = $1 AND kind = 'PRACTITIONER'
      AND state NOT IN ('LEFT', 'TERMS_BREACH') ORDER BY id`,
    values: [agency],
  });
  const accounts: HeldAccount[] = [];
  for (const { id } of people) accounts.push(await holdAccount(taking.transaction, id));
  for (const held of accounts)
    if (mayMove(held, 'LEAVE'))
      await endAccount(held, { move: 'LEAVE', cause: 'AGENCY_WITHDREW', reason }, taking);
}
