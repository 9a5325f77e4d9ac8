import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { noteAccount, requireIn } from '../store/account.ts';
import { advance } from '../store/advance.ts';
import { ownStep } from './enrolment.ts';

/** Shows that the account is signed in to with a second factor (SHR-8.3.7a). */
export const confirmSecondFactor = ownStep(
  z.strictObject({}),
  async (held, { transaction, caller, now }, taking) => {
    requireIn(held, 'TRAINING', 'UAA_PENDING', 'MFA_PENDING');
    if (!caller.multiFactor) throw new CommandRefused('MULTI_FACTOR_REQUIRED');
    await transaction.run({
      text: 'UPDATE access.account SET second_factor_at = $2 WHERE id = $1',
      values: [held.id, now.toISOString()],
    });
    const shown = { ...held, secondFactorAt: now };
    const reason = 'Signed in with a second factor.';
    return advance(await noteAccount(shown, 'SHOW_SECOND_FACTOR', { reason }, taking), taking);
  },
);
