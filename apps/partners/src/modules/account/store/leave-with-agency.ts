import type { Taking } from '../../../steps/take-step.ts';
import { holdAccount, mayMove } from './account.ts';
import { endAccount } from './leave.ts';

/**
 * With an agency its people leave, so that nobody who went meanwhile is let in again when it comes back. A family member
 * for whom it vouches does not work there.
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
  for (const { id } of people) {
    const held = await holdAccount(taking.transaction, id);
    if (mayMove(held, 'LEAVE'))
      await endAccount(held, { move: 'LEAVE', cause: 'AGENCY_WITHDREW', reason }, taking);
  }
}
